package io.ticketing.auth.account;

import io.ticketing.auth.user.Presence;
import io.ticketing.auth.user.ProfileUpdate;
import io.ticketing.auth.user.User;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change of his account; null where nothing.
 *
 * @param profile what he tells of himself
 * @param presence when he takes work
 * @param password the password
 */
record OwnAccountUpdate(
        ProfileUpdate profile,
        @Nullable Presence presence,
        @Nullable NewPassword password) {

    /**
     * Another password.
     *
     * @param chosen the new one
     * @param current the one before; null when it was not given
     */
    record NewPassword(String chosen, @Nullable String current) {

        /** Nothing secret, so that it may stand in a log. */
        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }

    /** Whether he wants to be called otherwise than now. */
    boolean renames(User user) {
        return !profile.of(user.profile()).username().equals(user.username());
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "OwnAccountUpdate[]";
    }
}
