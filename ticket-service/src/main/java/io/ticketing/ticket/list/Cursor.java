package io.ticketing.ticket.list;

import io.ticketing.ticket.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a page of a selection ended, as a text that callers need not understand. It holds for that selection alone: a checksum over both tells
 * when it comes with another one, or was tampered with. It is no secret, as it leads nowhere that its caller may not go.
 */
final class Cursor {

    private static final int ID_BYTES = 12;
    private static final int CHECKSUM_BYTES = 10;
    private static final int BYTES = Long.BYTES + ID_BYTES + CHECKSUM_BYTES;

    private Cursor() {}

    /** The text for a place in that selection. */
    static String write(Place place, TicketSelection selection) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(place.key())
                .put(HexFormat.of().parseHex(place.id()))
                .put(checksum(place, selection))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The place that a text stands for; empty when it was not written for that selection. */
    static Optional<Place> read(String text, TicketSelection selection) {
        return decoded(text).filter(bytes -> bytes.length == BYTES).flatMap(bytes -> place(bytes, selection));
    }

    private static Optional<Place> place(byte[] bytes, TicketSelection selection) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long key = buffer.getLong();
        byte[] id = new byte[ID_BYTES];
        byte[] checksum = new byte[CHECKSUM_BYTES];
        buffer.get(id).get(checksum);
        return Optional.of(new Place(key, HexFormat.of().formatHex(id)))
                .filter(place -> Arrays.equals(checksum, checksum(place, selection)));
    }

    private static byte[] checksum(Place place, TicketSelection selection) {
        byte[] bound = (place + " in " + selection).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(Sha256.of(bound), CHECKSUM_BYTES);
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
