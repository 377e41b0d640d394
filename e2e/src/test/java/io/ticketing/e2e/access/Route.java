package io.ticketing.e2e.access;

import io.restassured.http.Method;

/**
 * An operation of the API.
 *
 * @param method of HTTP
 * @param path with its parameters in braces
 */
record Route(Method method, String path) {
    /** The route of {@code GET /some/path}. */
    static Route of(String text) {
        String[] parts = text.split(" ", 2);
        return new Route(Method.valueOf(parts[0]), parts[1]);
    }

    /** Whether it is one of those that lead to Google and back, which browsers follow and programs do not call. */
    boolean isForBrowsers() {
        return path.startsWith("/api/v1/auth/google");
    }

    /** Whether whoever is let in gets an answer that does not end. */
    boolean isEndless() {
        return path.equals("/api/v1/tickets/stream");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
