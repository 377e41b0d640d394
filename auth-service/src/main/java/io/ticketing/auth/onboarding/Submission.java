package io.ticketing.auth.onboarding;

import io.ticketing.auth.user.User;

/** How a submission ended. */
sealed interface Submission {

    /** Onboarding is complete. */
    record Completed(User user) implements Submission {}

    /** It was complete before. */
    record AlreadyCompleted() implements Submission {}

    /** There is no such user any more. */
    record UserGone() implements Submission {}
}
