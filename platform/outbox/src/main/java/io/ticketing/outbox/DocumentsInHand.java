package io.ticketing.outbox;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Lets one carrier at a time have a document in this replica, so that none of its facts is on its way twice. Whoever comes
 * meanwhile need not wait: the one who has it looks once more before letting go.
 */
final class DocumentsInHand {

    /** By document: whether somebody has called for it since its carrier looked last. */
    private final ConcurrentMap<String, Boolean> calledFor = new ConcurrentHashMap<>();

    /** Carries until nobody has called meanwhile; or leaves it to the one who has the document. */
    Carried byOne(String id, Supplier<Carried> carrying) {
        if (calledFor.merge(id, false, (held, call) -> true)) {
            return Carried.IN_OTHER_HANDS;
        }
        boolean held = true;
        try {
            Carried carried = carrying.get();
            while (held = keep(id)) {
                carried = carrying.get();
            }
            return carried;
        } finally {
            if (held) {
                calledFor.remove(id);
            }
        }
    }

    private boolean keep(String id) {
        return calledFor.computeIfPresent(id, (document, called) -> called ? false : null) != null;
    }
}
