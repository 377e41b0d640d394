package io.ticketing.notification.sending;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** Text in a header, RFC 2047. The mail client's own encoding loses characters beyond the basic plane, such as emoji. */
final class HeaderText {

    /** 45 bytes are 60 characters in Base64, and an encoded word may have 75. */
    private static final int BYTES_A_WORD = 45;

    private HeaderText() {}

    /** The text of one line as it goes into a header: as it is when it is plain ASCII, else as encoded words on folded lines. */
    static String encoded(String text) {
        boolean plain = text.chars().allMatch(c -> c >= ' ' && c < 0x7F) && !text.contains("=?");
        return plain ? text : words(text);
    }

    private static String words(String text) {
        StringJoiner words = new StringJoiner("\r\n ");
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int codePoint : text.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > BYTES_A_WORD) {
                words.add(word(word));
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
        }
        return words.add(word(word)).toString();
    }

    private static String word(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
