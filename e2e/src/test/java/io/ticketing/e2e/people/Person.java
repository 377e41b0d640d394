package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * Somebody who has completed onboarding, and what they do.
 *
 * @param api how they reach the system
 * @param secrets where what they type is remembered
 * @param id user id
 * @param username as registered
 * @param email as registered
 * @param password as registered
 * @param role as chosen
 * @param skills as given
 * @param token that they show
 */
public record Person(
        Api api,
        Secrets secrets,
        String id,
        String username,
        String email,
        String password,
        Role role,
        List<String> skills,
        String token) {

    /** The same person, who hangs up after this time. */
    public Person within(Duration patience) {
        return new Person(api.within(patience), secrets, id, username, email, password, role, skills, token);
    }

    /** Opens a ticket; answers its id. */
    public String opens(TicketText text) {
        secrets.keep(text.title());
        secrets.keep(text.description());
        return api.post("/tickets/create-ticket", text, token)
                .expect(201)
                .data()
                .path("_id")
                .asText();
    }

    /** Asks for a ticket, whether they may see it or not. */
    public Answer asksFor(String ticketId) {
        return api.get("/tickets/get-ticket/" + ticketId, token);
    }

    /** Reads a ticket that they may see. */
    public Ticket reads(String ticketId) {
        return new Ticket(asksFor(ticketId).expect(200).data());
    }

    /** Reads the list of tickets, up to 100. */
    public List<JsonNode> listsTickets() {
        return api.get("/tickets/get-all-tickets?limit=100", token)
                .expect(200)
                .data()
                .valueStream()
                .toList();
    }
}
