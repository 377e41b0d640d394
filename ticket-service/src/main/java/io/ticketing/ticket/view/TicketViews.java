package io.ticketing.ticket.view;

import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import io.ticketing.ticket.Ticket;
import io.ticketing.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows tickets to callers, with the names of the people in them. */
@ApplicationScoped
public class TicketViews {

    private final KnownUsers users;

    TicketViews(KnownUsers users) {
        this.users = users;
    }

    /** One ticket as that caller sees it. */
    public TicketView of(Ticket ticket, Caller caller) {
        return of(List.of(ticket), caller).getFirst();
    }

    /** The tickets as that caller sees them; however many they are, the people are looked up once. */
    public List<TicketView> of(List<Ticket> tickets, Caller caller) {
        People people = lookUp(idsIn(tickets));
        return tickets.stream()
                .map(ticket -> TicketView.of(ticket, people, caller))
                .toList();
    }

    private People lookUp(Set<String> ids) {
        Map<String, KnownUser> known = users.find(ids);
        Set<String> others = new HashSet<>(ids);
        others.removeAll(known.keySet());
        return new People(known, others.isEmpty() ? Set.of() : users.gone(others));
    }

    private static Set<String> idsIn(List<Ticket> tickets) {
        Set<String> ids = tickets.stream()
                .flatMap(ticket -> Stream.of(ticket.createdBy(), ticket.assignedTo()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return ids;
    }
}
