package io.ticketing.ticket.list;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.hashtag.Hashtag;
import io.ticketing.ticket.search.SearchWords;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads off the address which tickets are wanted. */
final class ListParameters {

    static final int LONGEST_SEARCH = 200;

    private ListParameters() {}

    /**
     * The selection that a caller asks for.
     *
     * @throws ProblemException 400 that names the parameter at fault
     */
    static TicketSelection selection(QueryParameters query, Caller caller) {
        TicketFilter filter = new TicketFilter(
                query.id("createdBy"),
                query.read("assignedTo", who -> assignedTo(who, caller), "must be me, none or an id of 24 hex digits"),
                query.text("q", LONGEST_SEARCH)
                        .flatMap(text -> query.read("q", any -> words(text), "must hold a word to look for"))
                        .orElse(List.of()),
                query.read("hashtag", Hashtag::normalised, "must be a hashtag"),
                query.oneOf("status", TicketStatus.values(), TicketStatus::wireName),
                query.oneOf("priority", Priority.values(), Priority::wireName));
        TicketOrder order = query.oneOf("sort", TicketOrder.values(), TicketOrder::wireName)
                .orElse(TicketOrder.CREATED_AT_DESCENDING);
        return TicketSelection.of(caller, filter, order);
    }

    private static Optional<AssignedTo> assignedTo(String who, Caller caller) {
        return switch (who) {
            case "me" -> Optional.of(AssignedTo.user(caller.userId()));
            case "none" -> Optional.of(AssignedTo.nobody());
            default -> Optional.of(who).filter(QueryParameters::isId).map(AssignedTo::user);
        };
    }

    private static Optional<List<String>> words(String text) {
        return Optional.of(SearchWords.of(Stream.of(text))).filter(words -> !words.isEmpty());
    }
}
