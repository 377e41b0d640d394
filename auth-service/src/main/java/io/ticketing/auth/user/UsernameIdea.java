package io.ticketing.auth.user;

import io.ticketing.web.input.Characters;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thinks up the name of somebody who was not asked for one: 3 to 30 characters that somebody could have typed. */
public final class UsernameIdea {

    private static final int FEWEST = 3;
    private static final int MOST = 30;
    private static final int END = 6;

    private UsernameIdea() {}

    /** From what he is called, else from his address. */
    public static String of(@Nullable String name, String email) {
        String mailbox = tidy(email.substring(0, email.indexOf('@')));
        return Stream.concat(Optional.ofNullable(name).map(UsernameIdea::tidy).stream(), Stream.of(mailbox))
                .filter(idea -> length(idea) >= FEWEST)
                .findFirst()
                .orElse("user " + mailbox);
    }

    /** The same with an end that tells it from the names of others, different each time. */
    public static String another(String idea) {
        String end = "-" + UUID.randomUUID().toString().substring(0, END);
        return cut(idea, MOST - end.length()).strip() + end;
    }

    private static String tidy(String text) {
        int[] typed = text.codePoints()
                .filter(c -> Characters.isAllowed(c, false) && Character.getType(c) != Character.FORMAT)
                .map(c -> Characters.isBlank(Character.toString(c)) ? ' ' : c)
                .toArray();
        String tidy = new String(typed, 0, typed.length).replaceAll(" +", " ").strip();
        return cut(tidy, MOST).strip();
    }

    private static String cut(String text, int characters) {
        return length(text) <= characters ? text : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
