package io.ticketing.auth.user;

import com.mongodb.client.ClientSession;

/** What a feature keeps of users beside their documents; it goes in the same transaction that changes or deletes the user. */
public interface KeptOfUsers {

    /** Removes everything of that user: he is deleted. */
    void forget(ClientSession transaction, String userId);

    /** Removes what eases the way in for whoever came in before: he proves otherwise who he is from now on, and all his tokens have ended. */
    void forgetWaysIn(ClientSession transaction, String userId);
}
