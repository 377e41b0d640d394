package io.ticketing.testing.inngest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** JSON, ids and signatures as they go over the wire. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID_CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ID_LENGTH = 24;

    private Wire() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /** A missing node when it is no JSON. */
    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            return MissingNode.getInstance();
        }
    }

    static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return JSON.treeToValue(tree, type);
        } catch (JsonProcessingException unfit) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), unfit);
        }
    }

    static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Looks like the server's ids. */
    static String id(RandomGenerator random) {
        StringBuilder id = new StringBuilder("01");
        for (int character = 0; character < ID_LENGTH; character++) {
            id.append(ID_CHARACTERS.charAt(random.nextInt(ID_CHARACTERS.length())));
        }
        return id.toString();
    }

    /** {@code t=…&s=…} over the body and the time. */
    static String signature(String signingKey, byte[] body, long unixSeconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bare(signingKey).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            mac.update(body);
            mac.update(Long.toString(unixSeconds).getBytes(StandardCharsets.US_ASCII));
            return "t=" + unixSeconds + "&s=" + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** How an application shows that it has the key. */
    static String bearer(String signingKey) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(bare(signingKey)));
            String prefix = signingKey.substring(
                    0, signingKey.length() - bare(signingKey).length());
            return "Bearer " + prefix + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String bare(String signingKey) {
        return signingKey.replaceFirst("^signkey-\\w+-", "");
    }
}
