package io.ticketing.e2e.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The routes that take a body, each with all its fields. */
enum Form {
    REGISTER(
            "/auth/register",
            new Field("username", Field.Kind.TEXT, true, 30),
            new Field("email", Field.Kind.TEXT, true, 254),
            new Field("password", Field.Kind.TEXT, true, 128),
            new Field("skills", Field.Kind.TEXTS, false, 20)) {
        @Override
        String right() {
            return "{'username':'u%1$s','email':'u%1$s@people.test','password':'Pass-%1$s','skills':['java']}";
        }
    },
    LOGIN(
            "/auth/login",
            new Field("email", Field.Kind.TEXT, true, 254),
            new Field("password", Field.Kind.TEXT, true, 128)) {
        @Override
        String right() {
            return "{'email':'u%1$s@people.test','password':'Pass-%1$s'}";
        }
    },
    ONBOARDING(
            "/onboarding/submit",
            new Field("role", Field.Kind.CHOICE, true, 20),
            new Field("answers.interest", Field.Kind.TEXT, true, 200),
            new Field("answers.experience", Field.Kind.TEXT, true, 200),
            new Field("answers.source", Field.Kind.TEXT, true, 200),
            new Field("answers.work", Field.Kind.TEXT, true, 200),
            new Field("skills", Field.Kind.TEXTS, false, 20)) {
        @Override
        String right() {
            return "{'role':'student','answers':{'interest':'a','experience':'b','source':'c','work':'d'},'skills':['java']}";
        }
    },
    TICKET(
            "/tickets/create-ticket",
            new Field("title", Field.Kind.TEXT, true, 200),
            new Field("description", Field.Kind.LINES, true, 10_000),
            new Field("hashtags", Field.Kind.TEXTS, true, 4)) {
        @Override
        String right() {
            return "{'title':'Nobody reads %1$s','description':'Nothing to see in %1$s','hashtags':['java']}";
        }
    };

    /** Is in every text that is typed here, so that a log which repeats one gives itself away. */
    static final String MARK = "xq7marked";

    private static final String HERE = "\"<here>\"";

    private final String path;
    private final List<Field> fields;

    Form(String path, Field... fields) {
        this.path = path;
        this.fields = List.of(fields);
    }

    /** A body without fault, with ' for quotes and %1$s where it has to be unique. */
    abstract String right();

    String path() {
        return path;
    }

    List<Field> fields() {
        return fields;
    }

    /** A body without fault. */
    byte[] body() {
        return unique().getBytes(StandardCharsets.UTF_8);
    }

    /** A body whose one fault is this. */
    byte[] body(Spoiled spoiled) {
        ObjectNode body = (ObjectNode) Json.read(unique());
        int dot = spoiled.field().indexOf('.');
        ObjectNode parent =
                dot < 0 ? body : (ObjectNode) body.path(spoiled.field().substring(0, dot));
        String name = spoiled.field().substring(dot + 1);
        byte[] raw = spoiled.raw();
        if (raw == null) {
            parent.remove(name);
            return Json.bytes(body);
        }
        parent.put(name, "<here>");
        String around = new String(Json.bytes(body), StandardCharsets.UTF_8);
        int place = around.indexOf(HERE);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(around.substring(0, place).getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(raw);
        whole.writeBytes(around.substring(place + HERE.length()).getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private String unique() {
        return right().replace('\'', '"').formatted(MARK + Casting.unique());
    }
}
