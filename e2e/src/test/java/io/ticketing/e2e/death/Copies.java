package io.ticketing.e2e.death;

import io.ticketing.e2e.mail.Mail;
import io.ticketing.e2e.stack.Part;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mails that are the same mail. SMTP has no way to take one back: whoever dies after the server took a mail and before he has written that down
 * sends it once more (ADR 0005). Nothing else excuses a second copy.
 */
public final class Copies {
    /** The inbox knows arrivals to the second. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private Copies() {}

    /** Whether the sender died between each copy and the next one. */
    public static boolean areExcused(List<Mail> copies, List<Death> deaths) {
        List<Mail> inOrder = copies.stream()
                .sorted(Comparator.comparing(mail -> Long.parseLong(mail.id())))
                .toList();
        return IntStream.range(1, inOrder.size()).allMatch(number -> deaths.stream()
                .filter(death -> death.part() == Part.NOTIFICATION_SERVICE)
                .anyMatch(death -> isBetween(inOrder.get(number - 1), death, inOrder.get(number))));
    }

    private static boolean isBetween(Mail first, Death death, Mail second) {
        return !death.to().isBefore(first.arrivedAt())
                && !death.from().isAfter(second.arrivedAt().plus(SECOND));
    }
}
