package io.ticketing.inngest.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.signature.SigningKey;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The server's API. Asked with the first key, and with the fallback when that one is refused. */
@Singleton
public class InngestApi {

    private static final int UNAUTHORIZED = 401;

    private final InngestSettings settings;
    private final ServerWire wire;

    public InngestApi(InngestSettings settings, ServerWire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    /**
     * Tells the server what is served here.
     *
     * @param deployId what the server asked with, if it asked
     * @return whether that changed anything
     * @throws ApiFailedException when it did not take it
     */
    public boolean register(JsonNode app, @Nullable String deployId) {
        String query = deployId == null ? "" : "?deployId=" + URLEncoder.encode(deployId, StandardCharsets.UTF_8);
        URI address = URI.create(settings.api() + "/fn/register" + query);
        return ok(withKey(headers -> wire.post(address, headers, app)))
                .path("modified")
                .asBoolean();
    }

    /**
     * The events that caused a run.
     *
     * @throws ApiFailedException when they are not to be had
     */
    public JsonNode batch(String runId) {
        return run(runId, "batch", JsonNode::isArray);
    }

    /**
     * What is remembered of a run, by the hashed ids of its steps.
     *
     * @throws ApiFailedException when it is not to be had
     */
    public JsonNode actions(String runId) {
        return run(runId, "actions", JsonNode::isObject);
    }

    /** What cannot be read comes from something in between that is not well; to take it for nothing would do remembered steps again. */
    private JsonNode run(String runId, String part, Predicate<JsonNode> isWhole) {
        URI address = URI.create(settings.api() + "/v0/runs/" + runId + "/" + part);
        JsonNode found = ok(withKey(headers -> wire.get(address, headers)));
        if (!isWhole.test(found)) {
            throw new ApiFailedException("The Inngest server answered what is not the " + part + " of a run");
        }
        return found;
    }

    private Reply withKey(Function<Map<String, String>, Reply> request) {
        List<SigningKey> keys = settings.keys();
        Reply reply = request.apply(keys.isEmpty() ? Map.of() : bearer(keys.getFirst()));
        return reply.status() == UNAUTHORIZED && keys.size() > 1 ? request.apply(bearer(keys.getLast())) : reply;
    }

    private static Map<String, String> bearer(SigningKey key) {
        return Map.of("Authorization", "Bearer " + key.hashed());
    }

    private static JsonNode ok(Reply reply) {
        if (!reply.isOk()) {
            throw new ApiFailedException("The Inngest server answered " + reply.status() + " " + reply.error());
        }
        return reply.body();
    }
}
