package io.ticketing.inngest.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Tells apart the steps of one call that have the same id: {@code id}, {@code id:1}, {@code id:2}. */
final class StepIds {

    private final Set<String> used = new HashSet<>();

    /** The next step with this id. */
    String next(String id) {
        String unique = id;
        for (int count = 1; !used.add(unique); count++) {
            unique = id + ":" + count;
        }
        return unique;
    }

    /** What the server calls a step. */
    static String hashed(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
