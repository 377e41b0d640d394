package io.ticketing.e2e.input;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Json;
import io.ticketing.e2e.people.Role;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The routes that take a body, each with all its fields. */
enum Form {
    REGISTER(
            Method.POST,
            "/auth/register",
            Role.STUDENT,
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
            Method.POST,
            "/auth/login",
            Role.STUDENT,
            new Field("email", Field.Kind.TEXT, true, 254),
            new Field("password", Field.Kind.TEXT, true, 128)) {
        @Override
        String right() {
            return "{'email':'u%1$s@people.test','password':'Pass-%1$s'}";
        }
    },
    ACCOUNT(
            Method.POST,
            "/auth/update-account",
            Role.STUDENT,
            new Field("username", Field.Kind.TEXT, false, 30),
            new Field("skills", Field.Kind.TEXTS, false, 20),
            new Field("location", Field.Kind.NOTE, false, 100),
            new Field("bio", Field.Kind.STORY, false, 500),
            new Field("availability.awayUntil", Field.Kind.TEXT, false, 40),
            new Field("password", Field.Kind.TEXT, false, 128),
            new Field("currentPassword", Field.Kind.TEXT, false, 128)) {
        @Override
        String right() {
            return "{'username':'u%1$s','location':'%1$s','bio':'%1$s','availability':{},'password':'Pass-%1$s'}";
        }
    },
    SOMEBODYS_ACCOUNT(
            Method.PATCH,
            "/auth/admin/user/{userId}/update-account",
            Role.ADMIN,
            new Field("username", Field.Kind.TEXT, false, 30),
            new Field("email", Field.Kind.TEXT, false, 254),
            new Field("skills", Field.Kind.TEXTS_OR_LINE, false, 20),
            new Field("role", Field.Kind.CHOICE, false, 20),
            new Field("location", Field.Kind.NOTE, false, 100),
            new Field("bio", Field.Kind.STORY, false, 500),
            new Field("status", Field.Kind.CHOICE, false, 20),
            new Field("capacity", Field.Kind.NUMBER, false, 1000),
            new Field("availability.awayUntil", Field.Kind.TEXT, false, 40)) {
        @Override
        String right() {
            return "{'username':'u%1$s','location':'%1$s','bio':'%1$s','availability':{}}";
        }
    },
    VERIFY_EMAIL(Method.POST, "/auth/verify-email", Role.STUDENT, new Field("token", Field.Kind.TEXT, true, 64)) {
        @Override
        String right() {
            return "{'token':'%1$s'}";
        }
    },
    FORGOT_PASSWORD(
            Method.POST, "/auth/forgot-password", Role.STUDENT, new Field("email", Field.Kind.TEXT, true, 254)) {
        @Override
        String right() {
            return "{'email':'u%1$s@people.test'}";
        }
    },
    RESET_PASSWORD(
            Method.POST,
            "/auth/reset-password",
            Role.STUDENT,
            new Field("token", Field.Kind.TEXT, true, 64),
            new Field("password", Field.Kind.TEXT, true, 128)) {
        @Override
        String right() {
            return "{'token':'%1$s','password':'Pass-%1$s'}";
        }
    },
    STATUS(
            Method.PATCH,
            "/auth/admin/user/{userId}/status",
            Role.ADMIN,
            new Field("status", Field.Kind.CHOICE, false, 20)) {
        @Override
        String right() {
            return "{'status':'active'}";
        }
    },
    ROLE_REQUEST(
            Method.POST,
            "/auth/admin/role-requests/{userId}",
            Role.ADMIN,
            new Field("decision", Field.Kind.CHOICE, true, 20)) {
        @Override
        String right() {
            return "{'decision':'approve'}";
        }
    },
    ONBOARDING(
            Method.POST,
            "/onboarding/submit",
            Role.STUDENT,
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
            Method.POST,
            "/tickets/create-ticket",
            Role.STUDENT,
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

    private final Method method;
    private final String path;
    private final Role sender;
    private final List<Field> fields;

    Form(Method method, String path, Role sender, Field... fields) {
        this.method = method;
        this.path = path;
        this.sender = sender;
        this.fields = List.of(fields);
    }

    /** A body without fault, with ' for quotes and %1$s where it has to be unique. */
    abstract String right();

    Method method() {
        return method;
    }

    /** With {@code {userId}} where somebody has to be named. */
    String path() {
        return path;
    }

    /** Who may send it. */
    Role sender() {
        return sender;
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
