package io.ticketing.inngest.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.SendFailedException;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.Reply;
import io.ticketing.inngest.api.ServerWire;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.settings.Mode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sends events to the server's event API. */
@Singleton
class EventSender implements InngestClient {

    private static final Set<Integer> FOR_GOOD = Set.of(400, 401, 413);
    private static final String ANY_KEY = "dev";

    private final InngestSettings settings;
    private final ServerWire wire;

    EventSender(InngestSettings settings, ServerWire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    @Override
    public boolean isEnabled() {
        return settings.enabled();
    }

    @Override
    public List<String> send(Event... events) {
        if (!settings.enabled()) {
            throw new IllegalStateException("Inngest is switched off");
        }
        if (events.length == 0) {
            return List.of();
        }
        String key = key();
        ArrayNode body = InngestJson.object().arrayNode();
        for (Event event : events) {
            body.add(event.written());
        }
        return receipts(post(key, body), key, events.length);
    }

    private String key() {
        if (settings.eventKey() != null) {
            return settings.eventKey();
        }
        if (settings.mode() == Mode.DEV) {
            return ANY_KEY;
        }
        throw new SendFailedException.Refused("INNGEST_EVENT_KEY must be set to send events");
    }

    private Reply post(String key, ArrayNode events) {
        URI address = URI.create(settings.events() + "/e/" + URLEncoder.encode(key, StandardCharsets.UTF_8));
        try {
            return wire.post(address, Map.of(), events);
        } catch (ApiFailedException away) {
            throw new SendFailedException.Unavailable(away.getMessage());
        }
    }

    private static List<String> receipts(Reply reply, String key, int expected) {
        if (FOR_GOOD.contains(reply.status())) {
            throw new SendFailedException.Refused("The Inngest server refused the events with " + reply.status() + " "
                    + reply.error().replace(key, "…"));
        }
        List<String> receipts = new ArrayList<>();
        for (JsonNode receipt : reply.body().path("ids")) {
            receipts.add(receipt.asText());
        }
        if (!reply.isOk() || receipts.size() != expected) {
            throw new SendFailedException.Unavailable("The Inngest server answered " + reply.status());
        }
        return receipts;
    }
}
