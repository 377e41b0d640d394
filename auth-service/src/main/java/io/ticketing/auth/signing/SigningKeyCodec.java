package io.ticketing.auth.signing;

import io.ticketing.web.settings.BadSetting;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Objects;
import org.bson.types.Binary;

/** Makes signing keys, and turns them into documents and back. */
final class SigningKeyCodec {

    private final KeySeal seal;

    SigningKeyCodec(KeySeal seal) {
        this.seal = seal;
    }

    static SigningKey generate(int generation, Instant createdAt, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey publicKey = (ECPublicKey) pair.getPublic();
            return new SigningKey(
                    PublicKeySet.thumbprint(publicKey), generation, createdAt, signsFrom, publicKey, (ECPrivateKey)
                            pair.getPrivate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SigningKeyDocument write(SigningKey key) {
        byte[] sealed = seal.seal(key.privateKey().getEncoded(), key.id());
        return new SigningKeyDocument(
                key.generation(),
                key.id(),
                new Binary(key.publicKey().getEncoded()),
                new Binary(sealed),
                key.createdAt(),
                key.signsFrom());
    }

    /**
     * The key in a document.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when it was sealed under another secret
     */
    SigningKey read(SigningKeyDocument document) {
        byte[] privateKey = seal.open(document.sealedPrivateKey().getData(), document.kid())
                .orElseThrow(() -> BadSetting.of(
                        KeySecret.VARIABLE,
                        "is not the secret that the signing keys in the database were encrypted with"));
        try {
            KeyFactory keys = KeyFactory.getInstance("EC");
            return new SigningKey(
                    document.kid(),
                    document.generation(),
                    document.createdAt(),
                    Objects.requireNonNullElse(document.signsFrom(), document.createdAt()),
                    (ECPublicKey) keys.generatePublic(
                            new X509EncodedKeySpec(document.publicKey().getData())),
                    (ECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("signing key " + document.kid() + " cannot be read", broken);
        }
    }
}
