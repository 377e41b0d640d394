package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What the server offers: {@code /e/<key>}, {@code /fn/register}, {@code /v0/runs/…}; and for tests {@code /runs}, {@code /faults}. */
final class ServerRoutes implements HttpHandler {
    private final InngestOptions options;
    private final Runs runs;
    private final Delivery delivery;
    private final RandomGenerator random;
    private final Map<String, JsonNode> apps = new HashMap<>();

    ServerRoutes(InngestOptions options, Runs runs, Delivery delivery, RandomGenerator random) {
        this.options = options;
        this.runs = runs;
        this.delivery = delivery;
        this.random = random;
    }

    private record Reply(int status, JsonNode body) {
        static Reply error(int status, String error) {
            return new Reply(status, Wire.object().put("error", error).put("status", status));
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = Wire.parse(exchange.getRequestBody().readAllBytes());
            Reply reply = answer(exchange, body);
            byte[] bytes = Wire.bytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply answer(HttpExchange exchange, JsonNode body) {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
        String route = exchange.getRequestMethod() + " " + path[0];
        boolean forTests = List.of("GET runs", "GET faults", "POST faults").contains(route);
        if (delivery.faults().away() && !forTests) {
            return Reply.error(503, "away");
        }
        return switch (route) {
            case "POST e" -> path.length == 2 ? events(path[1], body) : Reply.error(404, "no such path");
            case "POST fn" -> isKnown(exchange) ? register(body) : Reply.error(401, "Invalid signing key");
            case "GET v0" -> isKnown(exchange) ? run(path) : Reply.error(401, "Invalid signing key");
            case "GET runs" -> new Reply(200, Wire.tree(runs.all()));
            case "GET faults" -> new Reply(200, Wire.tree(delivery.faults()));
            case "POST faults" -> faults(body);
            default -> Reply.error(404, "no such path");
        };
    }

    private Reply events(String key, JsonNode body) {
        if (!key.equals(options.eventKey())) {
            return Reply.error(401, "Event key not found");
        }
        List<ObjectNode> events = new ArrayList<>();
        for (JsonNode event : body.isArray() ? body : Wire.array().add(body)) {
            if (event.path("name").asText("").isEmpty()) {
                ObjectNode refusal = Wire.object();
                refusal.putArray("ids").add("");
                return new Reply(400, refusal.put("status", 400).put("error", "event name is empty"));
            }
            events.add(whole((ObjectNode) event));
        }
        ArrayNode receipts = Wire.array();
        for (ObjectNode event : events) {
            receipts.add(Wire.id(random));
            runs.event(event);
        }
        ObjectNode taken = Wire.object();
        taken.set("ids", receipts);
        return new Reply(200, taken.put("status", 200));
    }

    private ObjectNode whole(ObjectNode event) {
        if (event.path("id").asText("").isEmpty()) {
            event.put("id", Wire.id(random));
        }
        if (!event.path("data").isObject()) {
            event.putObject("data");
        }
        return event.has("ts") ? event : event.put("ts", System.currentTimeMillis());
    }

    private Reply register(JsonNode app) {
        try {
            List<KnownFunction> registered = new ArrayList<>();
            app.path("functions").forEach(function -> registered.add(KnownFunction.read(function)));
            String name = app.path("appName").asText("");
            if (name.isEmpty() || registered.isEmpty()) {
                return Reply.error(400, "no app name or no functions");
            }
            runs.register(registered);
            return new Reply(200, Wire.object().put("ok", true).put("modified", isChanged(name, app)));
        } catch (IllegalArgumentException refused) {
            return Reply.error(400, String.valueOf(refused.getMessage()));
        }
    }

    private synchronized boolean isChanged(String name, JsonNode app) {
        return !app.equals(apps.put(name, app));
    }

    /** The applications as they registered. */
    synchronized List<JsonNode> apps() {
        return List.copyOf(apps.values());
    }

    private Reply run(String[] path) {
        if (path.length != 4) {
            return Reply.error(404, "no such path");
        }
        JsonNode part = runs.find(path[2])
                .<JsonNode>map(run -> switch (path[3]) {
                    case "batch" -> Wire.array().add(run.event());
                    case "actions" -> run.steps();
                    default -> MissingNode.getInstance();
                })
                .orElse(MissingNode.getInstance());
        return part.isMissingNode() ? Reply.error(404, "no such run") : new Reply(200, part);
    }

    private Reply faults(JsonNode body) {
        try {
            delivery.faults(Wire.read(body, InngestFaults.class));
            return new Reply(200, Wire.tree(delivery.faults()));
        } catch (IllegalArgumentException unfit) {
            return Reply.error(400, "no faults");
        }
    }

    private boolean isKnown(HttpExchange exchange) {
        return options.signingKey() == null
                || Wire.bearer(options.signingKey())
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }
}
