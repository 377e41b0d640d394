package io.ticketing.ticket.view;

import io.ticketing.ticket.Ticket;
import io.ticketing.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows tickets to callers, with the names of the people in them. */
@ApplicationScoped
public class TicketViews {

    private final PeopleLookup lookup;

    TicketViews(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    /** One ticket as that caller sees it. */
    public TicketView of(Ticket ticket, Caller caller) {
        return of(List.of(ticket), caller).getFirst();
    }

    /** The tickets as that caller sees them; however many they are, the people are looked up once. */
    public List<TicketView> of(List<Ticket> tickets, Caller caller) {
        People people = lookup.find(idsIn(tickets));
        return tickets.stream()
                .map(ticket -> TicketView.of(ticket, people, caller))
                .toList();
    }

    private static Set<String> idsIn(List<Ticket> tickets) {
        return tickets.stream()
                .flatMap(ticket -> Stream.of(ticket.createdBy(), ticket.assignedTo()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
