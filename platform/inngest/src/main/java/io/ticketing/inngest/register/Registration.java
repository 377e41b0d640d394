package io.ticketing.inngest.register;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.inngest.Concurrency;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.Trigger;
import io.ticketing.inngest.api.Sdk;
import io.ticketing.inngest.function.ServedFunction;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** What the server is told of an application and its functions. */
final class Registration {

    private Registration() {}

    /** The body of a registration of an application that is reached at {@code url}. */
    static ObjectNode of(String appId, URI url, Collection<ServedFunction> functions) {
        ObjectNode app = InngestJson.object()
                .put("appName", appId)
                .put("deployType", "ping")
                .put("framework", Sdk.FRAMEWORK)
                .put("sdk", Sdk.VERSION)
                .put("v", "0.1")
                .put("url", url.toString());
        ArrayNode all = app.putArray("functions");
        functions.forEach(function -> all.add(function(function, url)));
        return app;
    }

    private static ObjectNode function(ServedFunction served, URI url) {
        FunctionConfig config = served.config();
        ObjectNode function = InngestJson.object().put("id", served.id()).put("name", config.name());
        function.set("triggers", triggers(config.triggers()));
        if (!config.concurrency().isEmpty()) {
            function.set("concurrency", limits(config.concurrency()));
        }
        if (config.idempotency() != null) {
            function.put("idempotency", config.idempotency());
        }
        ObjectNode step = function.putObject("steps").putObject("step");
        step.put("id", "step").put("name", "step").putObject("retries").put("attempts", config.retries());
        step.putObject("runtime")
                .put("type", "http")
                .put("url", url + "?fnId=" + encoded(served.id()) + "&stepId=step");
        return function;
    }

    private static ArrayNode triggers(List<Trigger> triggers) {
        ArrayNode all = InngestJson.object().arrayNode();
        for (Trigger trigger : triggers) {
            ObjectNode written = all.addObject().put("event", trigger.event());
            if (trigger.expression() != null) {
                written.put("expression", trigger.expression());
            }
        }
        return all;
    }

    private static ArrayNode limits(List<Concurrency> limits) {
        ArrayNode all = InngestJson.object().arrayNode();
        for (Concurrency limit : limits) {
            ObjectNode written = all.addObject().put("limit", limit.limit());
            if (limit.key() != null) {
                written.put("key", limit.key());
            }
        }
        return all;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
