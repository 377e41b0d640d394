package io.ticketing.web.link;

import io.ticketing.web.settings.BadSetting;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the tokens of mailed links. A token is the HMAC-SHA256 (RFC 2104) of the link's id under {@code MAIL_LINK_SECRET}. So the service that
 * thinks up a link and the one that mails it need only tell each other the id, and no queue or database on the way holds anything that
 * opens an account.
 *
 * <p>A singleton, so that the secret is checked as soon as whoever needs this is made, and not when the first token is.
 */
@Singleton
public class LinkTokens {

    private static final String VARIABLE = "MAIL_LINK_SECRET";
    private static final int LEAST_CHARACTERS = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    LinkTokens(@ConfigProperty(name = "ticketing.web.mail-link-secret") Optional<String> secret) {
        byte[] checked = secret.filter(text -> text.strip().length() >= LEAST_CHARACTERS)
                .orElseThrow(() -> BadSetting.of(
                        VARIABLE, "must be set, to a secret of at least " + LEAST_CHARACTERS + " characters"))
                .getBytes(StandardCharsets.UTF_8);
        this.key = new SecretKeySpec(checked, "HmacSHA256");
    }

    /** The token in the link with that id: 43 characters that are fit for a URL. */
    public String token(LinkPurpose purpose, String linkId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return BASE64.encodeToString(mac.doFinal(bytes(purpose + " " + linkId)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a database keeps of a token: its SHA-256. */
    public static String hash(String token) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(token)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
