package io.ticketing.ticket.stream;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Writes places as ids of events, sealed: a place counts what else is written to the database, which is nobody's business, and one that a client
 * made up could have the whole oplog read. All are of one length, or that would tell places of changes from those between. The key lies in the
 * database, so every replica can read what another one has written.
 */
@ApplicationScoped
class EventIds {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST_PLACE = 159;

    private final MongoCollection<Document> keys;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable SecretKey key;

    EventIds(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.keys = mongo.getDatabase(database).getCollection("stream-keys");
    }

    /** The id that leads back to that place. */
    String write(Position position) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(padded(position));
            byte[] id = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The place that an id leads to; empty when we have written no such id. */
    Optional<Position> read(String id) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id);
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            byte[] place = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            int end = 1 + Byte.toUnsignedInt(place[0]);
            return Optional.of(new Position(HexFormat.of().withUpperCase().formatHex(place, 1, end)));
        } catch (IllegalArgumentException | GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] padded(Position position) {
        byte[] place = HexFormat.of().parseHex(position.token());
        return ByteBuffer.allocate(1 + LONGEST_PLACE)
                .put((byte) place.length)
                .put(place)
                .array();
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The key out of the database; who comes first makes it. */
    private SecretKey key() {
        SecretKey known = key;
        if (known == null) {
            Document found = Objects.requireNonNull(keys.findOneAndUpdate(
                    eq("_id", "event-ids"),
                    Updates.setOnInsert("key", new Binary(randomBytes(KEY_BYTES))),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
            known = new SecretKeySpec(found.get("key", Binary.class).getData(), "AES");
            key = known;
        }
        return known;
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
