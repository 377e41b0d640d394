package io.ticketing.auth.signing;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signing key as an admin sees it; nothing of the key itself.
 *
 * @param kid what tokens call it
 * @param createdAt when it was made
 * @param signsFrom when it begins, or began, to sign
 * @param state what it does at present
 */
@Schema(name = "SigningKey")
public record SigningKeyView(
        @Schema(examples = "Vm0wd2QyUXlVWGxWV0d4V1YwZDRWMVl3WkRSV01WbDNXa1JT")
        String kid,

        Instant createdAt,
        Instant signsFrom,
        KeyState state) {

    static SigningKeyView of(SigningKey key, KeyState state) {
        return new SigningKeyView(key.id(), key.createdAt(), key.signsFrom(), state);
    }
}
