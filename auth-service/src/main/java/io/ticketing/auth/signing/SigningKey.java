package io.ticketing.auth.signing;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * A key pair on P-256.
 *
 * @param id the {@code kid}: the public key's thumbprint (RFC 7638)
 * @param generation counts the keys, from 1
 * @param createdAt when it was made; it is published from then on
 * @param signsFrom when everybody who verifies tokens has had the time to learn of it
 * @param publicKey verifies
 * @param privateKey signs; never leaves this service
 */
public record SigningKey(
        String id,
        int generation,
        Instant createdAt,
        Instant signsFrom,
        ECPublicKey publicKey,
        ECPrivateKey privateKey) {

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
