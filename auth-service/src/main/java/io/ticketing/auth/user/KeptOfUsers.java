package io.ticketing.auth.user;

import com.mongodb.client.ClientSession;

/** What a feature keeps of users beside their documents; it goes in the same transaction as the user. */
public interface KeptOfUsers {

    /** Removes everything of that user. */
    void forget(ClientSession transaction, String userId);
}
