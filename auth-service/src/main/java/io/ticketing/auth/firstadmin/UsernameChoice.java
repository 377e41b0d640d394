package io.ticketing.auth.firstadmin;

import java.util.UUID;

/** Thinks up names for somebody of whom only the address is known. */
final class UsernameChoice {

    private static final int LEAST_CHARACTERS = 3;
    private static final int MOST_CHARACTERS = 30;
    private static final int SUFFIX_CHARACTERS = 8;

    private UsernameChoice() {}

    /** The name that comes to mind first: what stands before the @. */
    static String first(String email) {
        String local = email.substring(0, email.indexOf('@'));
        String name = local.length() < LEAST_CHARACTERS ? local + "-admin" : local;
        return name.substring(0, Math.min(name.length(), MOST_CHARACTERS));
    }

    /** Another one, different each time. */
    static String another(String email) {
        String name = first(email);
        int kept = Math.min(name.length(), MOST_CHARACTERS - SUFFIX_CHARACTERS - 1);
        return name.substring(0, kept) + "-" + UUID.randomUUID().toString().substring(0, SUFFIX_CHARACTERS);
    }
}
