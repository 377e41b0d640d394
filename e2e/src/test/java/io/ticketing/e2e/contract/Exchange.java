package io.ticketing.e2e.contract;

import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param method in capitals
 * @param path as it was sent, perhaps with a query
 * @param sent the body of the request; empty for none
 * @param status of the answer
 * @param headers of the answer, by their names in small letters
 * @param body of the answer; empty for none
 */
public record Exchange(String method, String path, String sent, int status, Map<String, String> headers, String body) {

    String pathAlone() {
        return path.split("\\?", 2)[0];
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The media type of the answer, without its parameters. */
    Optional<String> mediaType() {
        return Optional.ofNullable(headers.get("content-type")).map(type -> type.split(";", 2)[0].strip());
    }

    @Override
    public String toString() {
        return method + " " + path + " → " + status;
    }
}
