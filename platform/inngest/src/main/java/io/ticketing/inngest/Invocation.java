package io.ticketing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of another function.
 *
 * @param functionId the full id, {@code <app>-<id>}
 * @param data the data of the event that it is run with
 * @param timeout how long to wait for it at most; null leaves that to the server
 */
public record Invocation(
        String functionId, JsonNode data, @Nullable Duration timeout) {

    /** Calls that function; {@code data} is what Jackson writes as an object. */
    public static Invocation of(String appId, String functionId, Object data) {
        return new Invocation(appId + "-" + functionId, InngestJson.tree(data), null);
    }

    /** The same, for so long at most. */
    public Invocation within(Duration patience) {
        return new Invocation(functionId, data, patience);
    }
}
