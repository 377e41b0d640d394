package io.ticketing.auth.signing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A signing key at rest.
 *
 * @param generation counts the keys, from 1; as the id, it lets only one replica make the next key
 * @param kid the public key's thumbprint
 * @param publicKey X.509 encoding
 * @param sealedPrivateKey PKCS #8 encoding, sealed under the kid
 * @param createdAt when it was made
 * @param signsFrom when it begins to sign; null in keys from before there was a rotation, which signed at once
 */
@RegisterForReflection
public record SigningKeyDocument(
        @BsonId int generation,
        String kid,
        Binary publicKey,
        Binary sealedPrivateKey,
        Instant createdAt,
        @Nullable Instant signsFrom) {}
