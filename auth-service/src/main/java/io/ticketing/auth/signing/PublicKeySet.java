package io.ticketing.auth.signing;

import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/** The public halves of keys in JWK format (RFC 7517). */
final class PublicKeySet {

    private PublicKeySet() {}

    static String json(List<SigningKey> keys) {
        return new JsonWebKeySet(keys.stream().map(PublicKeySet::jwk).toList()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    static String thumbprint(ECPublicKey key) {
        return new EllipticCurveJsonWebKey(key).calculateBase64urlEncodedThumbprint("SHA-256");
    }

    private static EllipticCurveJsonWebKey jwk(SigningKey key) {
        EllipticCurveJsonWebKey jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.id());
        jwk.setUse("sig");
        jwk.setAlgorithm("ES256");
        return jwk;
    }
}
