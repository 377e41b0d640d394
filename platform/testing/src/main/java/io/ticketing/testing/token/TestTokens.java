package io.ticketing.testing.token;

import io.ticketing.testing.process.SharedInJvm;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;

/** Issues access tokens as auth-service does, with a key pair that the JVM made for itself. */
public final class TestTokens {
    /** The id of the key that signs. */
    public static final String KEY_ID = "test-key";

    private TestTokens() {}

    /**
     * A token in the making for this user, good for one hour; spoil it as the test needs, then {@link TestToken#sign}.
     *
     * @param role {@code student}, {@code moderator} or {@code admin}
     */
    public static TestToken forUser(String id, String email, String role, boolean onboarded) {
        return new TestToken(id, email, role, onboarded);
    }

    /** Where the key set is served that verifies these tokens. */
    public static String jwksUrl() {
        return "http://127.0.0.1:" + KeySetServer.port(keySet()) + KeySetServer.PATH;
    }

    /** The key set as served: the public key alone. */
    public static String keySet() {
        ECPublicKey key = (ECPublicKey) keyPair().getPublic();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}\
                """.formatted(
                        KEY_ID,
                        Jws.coordinate(key.getW().getAffineX()),
                        Jws.coordinate(key.getW().getAffineY()));
    }

    static KeyPair keyPair() {
        return SharedInJvm.once("token-key-pair", KeyPair.class, TestTokens::newKeyPair);
    }

    static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException missing) {
            throw new IllegalStateException("This JDK has no P-256", missing);
        }
    }
}
