package io.ticketing.web.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {

    private static final String SECRET = "the-secret-of-this-test-0123456789abcdef";

    private final LinkTokens tokens = new LinkTokens(Optional.of(SECRET));

    @Property
    void aTokenHas43CharactersThatAreFitForAUrl(@ForAll LinkPurpose purpose, @ForAll String id) {
        assertThat(tokens.token(purpose, id)).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void whoeverHasTheSecretMakesTheSameToken() {
        assertThat(new LinkTokens(Optional.of(SECRET)).token(LinkPurpose.EMAIL_PROOF, "id"))
                .isEqualTo(tokens.token(LinkPurpose.EMAIL_PROOF, "id"));
    }

    @Test
    void purposeIdAndSecretEachMakeAnother() {
        String token = tokens.token(LinkPurpose.EMAIL_PROOF, "id");

        assertThat(tokens.token(LinkPurpose.PASSWORD_RESET, "id")).isNotEqualTo(token);
        assertThat(tokens.token(LinkPurpose.EMAIL_PROOF, "other")).isNotEqualTo(token);
        assertThat(new LinkTokens(Optional.of(SECRET + "x")).token(LinkPurpose.EMAIL_PROOF, "id"))
                .isNotEqualTo(token);
    }

    @Test
    void whatIsKeptOfATokenIsNotTheToken() {
        String token = tokens.token(LinkPurpose.EMAIL_PROOF, "id");

        assertThat(LinkTokens.hash(token)).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token);
        assertThat(LinkTokens.hash(token)).isEqualTo(LinkTokens.hash(token));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "0123456789012345678901234567890", "                                        "})
    void aMissingOrWeakSecretIsRefusedInOneLine(String secret) {
        assertThatThrownBy(() -> new LinkTokens(Optional.ofNullable(secret)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("MAIL_LINK_SECRET must be set, to a secret of at least 32 characters");
    }
}
