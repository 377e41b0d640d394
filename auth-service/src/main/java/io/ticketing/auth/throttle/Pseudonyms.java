package io.ticketing.auth.throttle;

import io.ticketing.auth.config.AuthConfig;
import io.ticketing.auth.signing.KeySecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * What the database keeps instead of addresses of people and machines: HMAC-SHA256 under a key that HKDF-SHA256 derives from the operator's
 * secret, so that whoever has the database alone cannot even try them out.
 */
@ApplicationScoped
class Pseudonyms {

    private static final String MAC = "HmacSHA256";
    private static final byte[] PURPOSE = "ticketing pseudonyms 1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    Pseudonyms(AuthConfig config) {
        try {
            this.key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            MAC,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(KeySecret.checked(config.jwtSecret())
                                            .getBytes(StandardCharsets.UTF_8))
                                    .thenExpand(PURPOSE, KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same for the same parts in the same order, none of which holds a line break. */
    String of(String... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
