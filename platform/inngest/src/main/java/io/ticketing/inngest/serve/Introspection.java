package io.ticketing.inngest.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.api.Sdk;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.signature.SigningKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is told of the set-up (Introspection): the least to anybody, all but the secrets to the server. */
final class Introspection {

    private static final String SCHEMA = "2024-05-24";

    private Introspection() {}

    /**
     * For anybody.
     *
     * @param tried whether there was a signature, which was wrong
     */
    static ObjectNode unsigned(InngestSettings settings, int functionCount, boolean tried) {
        ObjectNode told = counts(settings, functionCount);
        if (tried) {
            return told.put("authentication_succeeded", false);
        }
        return told.putNull("authentication_succeeded");
    }

    /** For the server. */
    static ObjectNode signed(InngestSettings settings, int functionCount) {
        ObjectNode told = counts(settings, functionCount)
                .put("authentication_succeeded", true)
                .put("api_origin", settings.api().toString())
                .put("event_api_origin", settings.events().toString())
                .put("app_id", settings.appId())
                .put("env", settings.env())
                .put("framework", Sdk.FRAMEWORK)
                .put("sdk_language", Sdk.VERSION.substring(0, Sdk.VERSION.indexOf(':')))
                .put("sdk_version", Sdk.VERSION.substring(Sdk.VERSION.indexOf(':') + 1))
                .put("serve_origin", origin(settings.serveUrl()))
                .put("serve_path", settings.servePath())
                .put("has_signing_key_fallback", settings.keys().size() > 1)
                .put("event_key_hash", settings.eventKey() == null ? null : sha256(settings.eventKey()))
                .put("signing_key_hash", hashed(settings, 0))
                .put("signing_key_fallback_hash", hashed(settings, 1));
        told.putObject("capabilities");
        told.putObject("extra");
        return told;
    }

    private static ObjectNode counts(InngestSettings settings, int functionCount) {
        return InngestJson.object()
                .put("function_count", functionCount)
                .put("has_event_key", settings.eventKey() != null)
                .put("has_signing_key", !settings.keys().isEmpty())
                .put("mode", settings.mode().name().toLowerCase(Locale.ROOT))
                .put("schema_version", SCHEMA);
    }

    private static @Nullable String origin(@Nullable URI url) {
        return url == null ? null : url.getScheme() + "://" + url.getRawAuthority();
    }

    private static @Nullable String hashed(InngestSettings settings, int index) {
        return settings.keys().stream()
                .skip(index)
                .findFirst()
                .map(SigningKey::hashed)
                .orElse(null);
    }

    private static String sha256(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
