package io.ticketing.auth.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All signing keys, oldest first. The newest that may sign by now does; every one verifies until the last token that it can have signed has run
 * out.
 *
 * @param verifiesFor how long a key verifies after its successor began to sign
 */
record KeyRing(List<SigningKey> keys, Duration verifiesFor) {

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparingInt(SigningKey::generation))
                .toList();
    }

    Optional<SigningKey> newest() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getLast());
    }

    /** The key that signs; the oldest when none may yet, as when the clock of whoever made the first key is ahead. */
    SigningKey signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElse(keys.getFirst());
    }

    /** The key with that id, whether or not it still verifies. */
    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** The keys that verify, those that do not sign yet among them. */
    List<SigningKey> verifying(Instant now) {
        return keys.stream().filter(key -> verifies(key, now)).toList();
    }

    boolean verifies(SigningKey key, Instant now) {
        return successor(key)
                .map(next -> now.isBefore(next.signsFrom().plus(verifiesFor)))
                .orElse(true);
    }

    KeyState state(SigningKey key, Instant now) {
        int signing = signing(now).generation();
        if (key.generation() == signing) {
            return KeyState.SIGNING;
        }
        return key.generation() > signing ? KeyState.NEXT : KeyState.RETIRED;
    }

    private Optional<SigningKey> successor(SigningKey key) {
        return keys.stream()
                .filter(other -> other.generation() > key.generation())
                .findFirst();
    }
}
