package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of the server's expressions that is of use here: equalities of paths and texts, joined by {@code &&}. */
record Expression(List<Equality> equalities) {
    private static final String OPERAND = "((?:event|async)(?:\\.\\w+)+|'[^']*'|\"[^\"]*\")";
    private static final Pattern EQUALITY = Pattern.compile("\\s*" + OPERAND + "\\s*==\\s*" + OPERAND + "\\s*");

    /** Both sides are equal. */
    record Equality(String left, String right) {}

    /** Reads it; an empty one always holds. */
    static Expression parse(String text) {
        List<Equality> equalities = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : text.split("&&")) {
            Matcher equality = EQUALITY.matcher(part);
            if (!equality.matches()) {
                throw new IllegalArgumentException("the expression " + text + " is not understood");
            }
            equalities.add(new Equality(equality.group(1), equality.group(2)));
        }
        return new Expression(equalities);
    }

    /** Whether it holds for the event of a run and one that came later. */
    boolean holds(JsonNode event, JsonNode async) {
        return equalities.stream().allMatch(equality -> value(equality.left(), event, async)
                .equals(value(equality.right(), event, async)));
    }

    /** What a path such as {@code event.data.ticketId} leads to; missing when nowhere. */
    static JsonNode value(String operand, JsonNode event, JsonNode async) {
        if (operand.startsWith("'") || operand.startsWith("\"")) {
            return TextNode.valueOf(operand.substring(1, operand.length() - 1));
        }
        JsonNode value = operand.startsWith("event.") ? event : async;
        for (String name : operand.substring(operand.indexOf('.') + 1).split("\\.")) {
            value = value.path(name);
        }
        return value.isNull() ? MissingNode.getInstance() : value;
    }
}
