package io.ticketing.ticket;

import io.ticketing.events.Actor;
import io.ticketing.events.FactData;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.history.TimelineNote;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to a ticket, in one write. Whatever becomes different is told and goes into the timeline by itself, so that neither can be
 * forgotten.
 *
 * @param before the ticket that this is about
 * @param after what it becomes
 * @param facts what others are told, in this order
 * @param notes what the timeline keeps, in this order
 * @param isTouched whether the ticket counts as changed although none of its fields is different
 */
public record TicketChange(
        Ticket before, Ticket after, List<FactData> facts, List<TimelineNote> notes, boolean isTouched) {

    public TicketChange {
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
    }

    /** Nothing, yet. */
    public static TicketChange of(Ticket ticket) {
        return new TicketChange(ticket, ticket, List.of(), List.of(), false);
    }

    /** The same, and then what somebody edits. */
    public TicketChange then(Actor by, @Nullable String reason, UnaryOperator<TicketEdit> edit) {
        Difference difference = new Difference(after, edit.apply(after.edit()).done(), by, reason);
        return new TicketChange(
                before,
                difference.after(),
                joined(facts, difference.facts()),
                joined(notes, difference.notes()),
                isTouched);
    }

    /** The same, and then what a machine edits. A field that a person has set stays; what the machine would have made of it is a suggestion. */
    public TicketChange proposing(Actor by, @Nullable String reason, UnaryOperator<TicketEdit> edit) {
        Ticket wished = edit.apply(after.edit()).done();
        Set<TicketField> kept = after.setByPeople();
        List<TimelineNote> suggestions = new Difference(after, wished, by, reason).suggestions(kept::contains);
        return then(by, reason, anew -> {
                    TicketEdit allowed = edit.apply(anew);
                    kept.forEach(field -> allowed.asIn(after, field));
                    return allowed;
                })
                .noting(suggestions);
    }

    /** The same; what a machine would edit is no more than a suggestion. */
    public TicketChange suggesting(Actor by, @Nullable String reason, UnaryOperator<TicketEdit> edit) {
        Ticket wished = edit.apply(after.edit()).done();
        return noting(new Difference(after, wished, by, reason).suggestions(field -> true));
    }

    /** The same, and that is told, too. */
    public TicketChange telling(FactData fact) {
        return new TicketChange(before, after, joined(facts, List.of(fact)), notes, isTouched);
    }

    /** The same, and the timeline keeps that, too. */
    public TicketChange noting(List<TimelineNote> more) {
        return new TicketChange(before, after, facts, joined(notes, more), isTouched);
    }

    /** The same, and in any case the ticket has a new version afterwards. */
    public TicketChange touching() {
        return new TicketChange(before, after, facts, notes, true);
    }

    /** Whether the ticket has a new version afterwards: who has set a field is not seen, so that alone makes none. */
    boolean makesVersion() {
        return isTouched || !after.equals(before.edit().settersOf(after).done());
    }

    boolean isNothing() {
        return !isTouched && after.equals(before) && facts.isEmpty() && notes.isEmpty();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
