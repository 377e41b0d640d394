package io.ticketing.auth.google;

import io.ticketing.auth.user.User;

/** How a sign-in with Google ended. */
sealed interface GoogleSignIn {

    /** He is in, perhaps for the first time. */
    record SignedIn(User user) implements GoogleSignIn {}

    /** Google does not know that the address is his, or it is no address of ours. */
    record Unproven() implements GoogleSignIn {}

    /** The account with his address is somebody else's at Google. */
    record LinkedToAnother() implements GoogleSignIn {}

    /** His account is deactivated. */
    record Inactive() implements GoogleSignIn {}
}
