package io.ticketing.testing.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealOidcProviderTest {
    private static final String BACK = "http://client.test/back";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final RealOidcProvider provider = RealOidcProvider.start(BACK);
    private final Browser browser = new Browser();
    private final OidcDance dance = new OidcDance(browser, URI.create("http://client.test/start"));

    @Test
    void whoeverLogsInAndConsentsIsSentBackWithACodeThatTellsWhoHeIs() throws IOException {
        // Given
        OidcAccount ada = provider.account(OidcAccount.of("ada@example.org").named("Ada"));

        // When
        URI back = dance.logIn(authorization("&code_challenge_method=S256&code_challenge=" + CHALLENGE), ada);

        // Then
        assertThat(back.toString()).startsWith(BACK + "?code=");
        JsonNode claims = claims(tokens(back, VERIFIER));
        assertThat(claims.get("sub").asText()).isEqualTo(ada.sub());
        assertThat(claims.get("email").asText()).isEqualTo("ada@example.org");
        assertThat(claims.get("email_verified").isBoolean()).isTrue();
        assertThat(claims.get("name").asText()).isEqualTo("Ada");
        assertThat(claims.get("nonce").asText()).isEqualTo("n");
    }

    @Test
    void whoeverDeclinesIsSentBackWithoutACode() {
        URI back = dance.refuse(authorization("&code_challenge_method=S256&code_challenge=" + CHALLENGE));

        assertThat(back.getQuery()).contains("error=access_denied").doesNotContain("code=");
    }

    @Test
    void aVerifierThatDoesNotFitIsRefused() {
        // Given
        OidcAccount ada = provider.account(OidcAccount.of("ada@example.org"));
        URI back = dance.logIn(authorization("&code_challenge_method=S256&code_challenge=" + CHALLENGE), ada);

        // When
        Answer answer = tokens(back, VERIFIER.replace('d', 'e'));

        // Then
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void withoutAChallengeNobodyGetsACode() {
        Answer answer = browser.get(authorization(""));

        assertThat(answer.location().getQuery())
                .contains("error=invalid_request")
                .doesNotContain("code=");
    }

    @Test
    void whoHasNoAccountDoesNotGetIn() {
        URI address = authorization("&code_challenge_method=S256&code_challenge=" + CHALLENGE);

        assertThatThrownBy(() -> dance.logIn(address, OidcAccount.of("nobody@example.org")))
                .hasMessageContaining("403");
    }

    @Test
    void afterARestartItHasOtherKeysAndTheSameAccounts() {
        // Given
        OidcAccount ada = provider.account(OidcAccount.of("ada@example.org"));
        String before = keys();

        // When
        provider.kill();
        provider.restart();

        // Then
        assertThat(keys()).isNotEqualTo(before);
        assertThat(dance.logIn(authorization("&code_challenge_method=S256&code_challenge=" + CHALLENGE), ada))
                .hasHost("client.test");
    }

    private String keys() {
        return browser.get(URI.create(provider.issuer() + "/jwks")).body();
    }

    private URI authorization(String challenge) {
        return URI.create(
                provider.issuer() + "/auth?response_type=code&scope=openid+email+profile&state=s&nonce=n&client_id="
                        + provider.clientId() + "&redirect_uri=" + BACK + challenge);
    }

    private Answer tokens(URI back, String verifier) {
        String code = back.getQuery().replaceFirst(".*code=([^&]+).*", "$1");
        return new Browser()
                .post(
                        URI.create(provider.issuer() + "/token"),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                BACK,
                                "code_verifier",
                                verifier,
                                "client_id",
                                provider.clientId(),
                                "client_secret",
                                provider.clientSecret()));
    }

    private static JsonNode claims(Answer answer) throws IOException {
        String token =
                new ObjectMapper().readTree(answer.body()).path("id_token").asText();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
