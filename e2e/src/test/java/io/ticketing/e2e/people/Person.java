package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody who has an account, and what they do.
 *
 * @param api how they reach the system
 * @param secrets where what they type is remembered
 * @param id user id
 * @param username as registered
 * @param email as registered
 * @param password that they log in with
 * @param role as wished for
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

    /** The same person with a token of a new login. */
    public Person logsIn() {
        return showing(triesToLogIn(password).expect(200).json().path("token").asText());
    }

    /** The same person with another token. */
    public Person showing(String otherToken) {
        return new Person(api, secrets, id, username, email, password, role, skills, secrets.keep(otherToken));
    }

    /** Tries to log in with this password, which need not be the right one. */
    public Answer triesToLogIn(String typed) {
        return api.post("/auth/login", Map.of("email", email, "password", secrets.keep(typed)), null);
    }

    /** Ends the token that they show. */
    public void logsOut() {
        api.send(Method.POST, "/api/v1/auth/logout", Map.of("Authorization", "Bearer " + token))
                .expect(200);
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

    /** Reads all tickets that this query finds, page after page. */
    public List<Ticket> finds(String query) {
        List<Ticket> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get("/tickets/get-all-tickets?limit=100&" + query + cursor, token)
                    .expect(200)
                    .json();
            page.path("data").valueStream().map(Ticket::new).forEach(found::add);
            String next = page.at("/page/nextCursor").textValue();
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return found;
    }

    /** Listens to what happens to tickets, after the event with that id; from now on when it is empty. */
    public EventStream listens(String lastEventId) {
        String bearer = "Bearer " + secrets.keep(token);
        return api.listen(
                "/api/v1/tickets/stream",
                lastEventId.isEmpty()
                        ? Map.of("Authorization", bearer)
                        : Map.of("Authorization", bearer, "Last-Event-ID", lastEventId));
    }

    /** Asks who they are, whether they are still known or not. */
    public Answer asksWhoTheyAre() {
        return api.get("/auth/me", token);
    }

    /** As an admin, changes somebody's account. */
    public void changes(Person other, Map<String, ?> fields) {
        api.patch("/auth/admin/user/" + other.id() + "/update-account", fields, token)
                .expect(200);
    }

    /** As an admin, gives somebody another role. */
    public void makes(Person other, Role newRole) {
        changes(other, Map.of("role", newRole.wireName()));
    }

    /** As an admin, closes somebody's account until further notice. */
    public void deactivates(Person other) {
        api.patch("/auth/admin/user/" + other.id() + "/status", Map.of("status", "inactive"), token)
                .expect(200);
    }

    /** As an admin, deletes somebody. */
    public void deletes(Person other) {
        api.delete("/auth/admin/user/" + other.id(), token).expect(200);
    }

    /** As an admin, gives somebody the role that they have asked for. */
    public void approves(Person other) {
        api.post("/auth/admin/role-requests/" + other.id(), Map.of("decision", "approve"), token)
                .expect(200);
    }
}
