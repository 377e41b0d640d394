package io.ticketing.ticket;

import com.mongodb.client.ClientSession;

/** Something that is kept beside tickets and goes with them. Each bean of this type is asked when a ticket is deleted. */
@FunctionalInterface
public interface ErasedWithTicket {

    /** Erases what belongs to that ticket, in the transaction that deletes it; may be asked again when the transaction begins anew. */
    void erase(ClientSession transaction, String ticketId);
}
