package io.ticketing.testing.oidc;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * What a {@link Browser} got.
 *
 * @param from what it had asked for
 * @param status the HTTP status
 * @param headers all headers
 * @param body the body as text
 */
public record Answer(URI from, int status, HttpHeaders headers, String body) {

    /** Whether it sends the browser elsewhere. */
    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /**
     * Where it sends the browser.
     *
     * @throws IllegalStateException when it does not
     */
    public URI location() {
        return headers.firstValue("Location")
                .map(from::resolve)
                .orElseThrow(
                        () -> new IllegalStateException("No redirect from " + from + " but " + status + ": " + body));
    }

    /** The cookies that it sets, each as the whole header. */
    public List<String> cookies() {
        return headers.allValues("Set-Cookie");
    }
}
