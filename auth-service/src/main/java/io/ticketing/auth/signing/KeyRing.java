package io.ticketing.auth.signing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All signing keys: the newest signs, every one verifies. */
record KeyRing(List<SigningKey> keys) {

    KeyRing {
        keys = List.copyOf(keys);
    }

    Optional<SigningKey> newest() {
        return keys.stream().max(Comparator.comparingInt(SigningKey::generation));
    }

    Optional<SigningKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
