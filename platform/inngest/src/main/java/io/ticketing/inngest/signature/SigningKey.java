package io.ticketing.inngest.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signing key, {@code signkey-<env>-<hex>}; a self-hosted server may do without the prefix. */
public final class SigningKey {

    private static final Pattern SHAPE = Pattern.compile("(signkey-\\w+-)?((?:[0-9a-fA-F]{2}){16,})");
    private static final String ALGORITHM = "HmacSHA256";

    private final String prefix;
    private final String hex;

    private SigningKey(String prefix, String hex) {
        this.prefix = prefix;
        this.hex = hex;
    }

    /** The key; empty when that is none. */
    public static Optional<SigningKey> parse(String text) {
        Matcher key = SHAPE.matcher(text);
        return key.matches()
                ? Optional.of(new SigningKey(key.group(1) == null ? "" : key.group(1), key.group(2)))
                : Optional.empty();
    }

    /** What proves to the server's API who asks, without giving the key away. */
    public String hashed() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex));
            return prefix + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** The signature of a body at that time, in small hex digits. */
    public String sign(byte[] body, long unixSeconds) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(hex.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            mac.update(body);
            return HexFormat.of()
                    .formatHex(mac.doFinal(Long.toString(unixSeconds).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "a signing key";
    }
}
