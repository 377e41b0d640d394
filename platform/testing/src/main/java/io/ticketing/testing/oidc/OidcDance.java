package io.ticketing.testing.oidc;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who signs in with a {@link RealOidcProvider}. The steps are apart, so that a test may change what is sent from one to the next;
 * {@link #signIn} and {@link #decline} take all of them.
 */
public final class OidcDance {
    private static final int MOST_PAGES = 12;
    private static final Pattern FORM = Pattern.compile("<form method=\"post\" action=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]+)\">Decline");

    private final Browser browser;
    private final URI start;

    /** @param start the client's page that sends people to the provider */
    public OidcDance(Browser browser, URI start) {
        this.browser = browser;
        this.start = start;
    }

    /** Signs in from beginning to end; what the client answers at last. */
    public Answer signIn(OidcAccount account) {
        return browser.get(logIn(begin(), account));
    }

    /** Refuses to sign in, once at the provider; what the client answers at last. */
    public Answer decline() {
        return browser.get(refuse(begin()));
    }

    /** First step: the address at the provider to which the client sends people. */
    public URI begin() {
        return browser.get(start).location();
    }

    /** Second step: logs in there, if need be, and consents; the address at the client to which the provider sends people back. */
    public URI logIn(URI authorization, OidcAccount account) {
        URI at = authorization;
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = browser.get(at);
            if (!answer.isRedirect()) {
                answer = browser.post(target(FORM, answer), Map.of("login", account.sub()));
            }
            at = answer.location();
            if (hasLeft(authorization, at)) {
                return at;
            }
        }
        throw new IllegalStateException("The provider asks and asks, at last at " + at);
    }

    /** Second step, for whoever changes his mind at the provider. */
    public URI refuse(URI authorization) {
        URI at = authorization;
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = browser.get(at);
            at = answer.isRedirect() ? answer.location() : target(LINK, answer);
            if (hasLeft(authorization, at)) {
                return at;
            }
        }
        throw new IllegalStateException("The provider asks and asks, at last at " + at);
    }

    private static boolean hasLeft(URI provider, URI address) {
        return !address.getRawAuthority().equals(provider.getRawAuthority());
    }

    private static URI target(Pattern pattern, Answer page) {
        Matcher found = pattern.matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException(
                    "Not a page to go on from: " + page.from() + " says " + page.status() + " " + page.body());
        }
        return page.from().resolve(found.group(1));
    }
}
