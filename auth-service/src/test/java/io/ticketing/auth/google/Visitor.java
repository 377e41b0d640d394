package io.ticketing.auth.google;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.Browser;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.oidc.OidcDance;
import io.ticketing.testing.quarkus.OidcResource;
import java.net.URI;
import java.util.UUID;

/** Somebody with a browser who signs in with Google. */
final class Visitor {

    static final String START = OidcResource.APP_URL + "/api/v1/auth/google";
    static final String SESSION = "ticketing_session";

    private final Browser browser = browserOfAnybody();
    private final OidcDance dance = new OidcDance(browser, URI.create(START));

    /** An account at the provider that no other test knows. */
    static OidcAccount account() {
        return known(OidcAccount.of("g-" + UUID.randomUUID().toString().substring(0, 20) + "@example.org"));
    }

    /** The same account, now known to the provider. */
    static OidcAccount known(OidcAccount account) {
        return OidcResource.provider().account(account);
    }

    Browser browser() {
        return browser;
    }

    OidcDance dance() {
        return dance;
    }

    /** Signs in, and answers the token in the session cookie. */
    String signedIn(OidcAccount account) {
        return arrivedIn(dance.logIn(dance.begin(), account));
    }

    /** Comes back from the provider, and answers the token in the session cookie. */
    String arrivedIn(URI back) {
        Answer answer = browser.get(back);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).hasToString(OidcResource.CLIENT_URL + "/tickets?auth=success");
        return browser.cookie(SESSION).orElseThrow();
    }

    /** The answer to a browser that has just this cookie. */
    static Answer asked(URI address, String cookie) {
        return browserOfAnybody().holding(address, cookie + "; Path=/").get(address);
    }

    private static Browser browserOfAnybody() {
        return new Browser().reaching(OidcResource.APP_URL, () -> "http://localhost:" + RestAssured.port);
    }

    /** Asserts that somebody was sent on to the page that says that it failed, and got nothing. */
    static void assertRefused(Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).hasToString(OidcResource.CLIENT_URL + "/login?error=oauth_failed");
        assertThat(answer.body()).isEmpty();
        assertThat(answer.cookies())
                .noneMatch(cookie ->
                        cookie.startsWith(SESSION) || cookie.startsWith("q_session") && !cookie.contains("Max-Age=0"));
    }
}
