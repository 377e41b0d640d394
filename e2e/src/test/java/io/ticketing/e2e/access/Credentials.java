package io.ticketing.e2e.access;

import java.util.Map;

/**
 * What a caller shows.
 *
 * @param headers of the request
 */
record Credentials(Map<String, String> headers) {
    static Credentials none() {
        return new Credentials(Map.of());
    }

    static Credentials bearer(String token) {
        return new Credentials(Map.of("Authorization", "Bearer " + token));
    }

    static Credentials cookie(String token, String origin) {
        return new Credentials(Map.of("Cookie", "ticketing_session=" + token, "Origin", origin));
    }
}
