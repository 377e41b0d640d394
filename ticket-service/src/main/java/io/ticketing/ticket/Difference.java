package io.ticketing.ticket;

import static io.ticketing.ticket.history.TicketField.ASSIGNED_TO;
import static io.ticketing.ticket.history.TicketField.DESCRIPTION;
import static io.ticketing.ticket.history.TicketField.PRIORITY;
import static io.ticketing.ticket.history.TicketField.RELATED_SKILLS;
import static io.ticketing.ticket.history.TicketField.STATUS;
import static io.ticketing.ticket.history.TicketField.TITLE;
import static io.ticketing.ticket.history.TicketField.TRIAGE;
import static java.util.Objects.requireNonNull;

import io.ticketing.events.Actor;
import io.ticketing.events.ActorKind;
import io.ticketing.events.FactData;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.history.TimelineNote;
import io.ticketing.ticket.history.TimelineValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What somebody made different about a ticket, as others hear of it and as the timeline keeps it. */
final class Difference {

    private static final String BY_A_PERSON = "Assigned by a person";
    /** What triage seeks somebody by; once it is a person's, that counts more than what an analysis says. */
    private static final Set<TicketField> SOUGHT_BY = Set.of(PRIORITY, RELATED_SKILLS);

    private final Ticket before;
    private final Ticket after;
    private final Actor by;
    private final @Nullable String reason;

    Difference(Ticket before, Ticket after, Actor by, @Nullable String reason) {
        this.before = before;
        this.by = by;
        this.reason = reason;
        this.after = by.kind() == ActorKind.PERSON ? owned(before, after) : after;
    }

    /** The ticket afterwards; what a person has changed is his. */
    Ticket after() {
        return after;
    }

    List<FactData> facts() {
        List<FactData> facts = new ArrayList<>();
        if (differs(STATUS)) {
            facts.add(new TicketStatusChanged(after.id(), before.status(), after.status(), by));
        }
        if (differs(ASSIGNED_TO)) {
            facts.add(
                    after.assignedTo() == null
                            ? new TicketUnassigned(after.id(), requireNonNull(before.assignedTo()), by)
                            : assigned(after.assignedTo()));
        }
        List<String> others = Arrays.stream(TicketField.values())
                .filter(field -> field != STATUS && field != ASSIGNED_TO)
                .filter(field -> differs(field) || isConfirmed(field))
                .map(TicketField::wireName)
                .toList();
        if (!others.isEmpty()) {
            facts.add(changed(others));
        }
        return facts;
    }

    List<TimelineNote> notes() {
        return fields(field -> true).stream().map(this::note).toList();
    }

    /** The same had it been refused, of the fields that are wanted. */
    List<TimelineNote> suggestions(Predicate<TicketField> wanted) {
        return fields(wanted).stream()
                .map(field -> TimelineNote.suggested(by, field, value(before, field), value(after, field), reason))
                .toList();
    }

    /** How far triage has come is never anybody's, or triage would stand still. */
    private static Ticket owned(Ticket before, Ticket after) {
        TicketEdit edit = after.edit();
        Arrays.stream(TicketField.values())
                .filter(field -> field != TRIAGE)
                .filter(field -> !Objects.equals(value(before, field), value(after, field)))
                .forEach(edit::setByPerson);
        return edit.done();
    }

    /** Of triage all that it says counts, such as why the ticket waits, though the timeline tells of its state alone. */
    private boolean differs(TicketField field) {
        return field == TRIAGE
                ? !after.triage().equals(before.triage())
                : !Objects.equals(value(before, field), value(after, field));
    }

    /** Whether a person has made his own what it was already: triage has to hear that, though nobody sees it. */
    private boolean isConfirmed(TicketField field) {
        return SOUGHT_BY.contains(field)
                && after.setByPeople().contains(field)
                && !before.setByPeople().contains(field);
    }

    private List<TicketField> fields(Predicate<TicketField> wanted) {
        return Arrays.stream(TicketField.values())
                .filter(wanted)
                .filter(this::differs)
                .toList();
    }

    private TimelineNote note(TicketField field) {
        return switch (field) {
            case ASSIGNED_TO ->
                after.assignedTo() == null
                        ? TimelineNote.unassigned(by, requireNonNull(before.assignedTo()), reason)
                        : TimelineNote.assigned(by, before.assignedTo(), after.assignedTo(), reason);
            case TRIAGE -> TimelineNote.changed(by, field, value(before, field), value(after, field), whyTriage());
            default -> TimelineNote.changed(by, field, value(before, field), value(after, field), reason);
        };
    }

    private @Nullable String whyTriage() {
        String why = after.triage().reason();
        return why == null ? after.triage().explanation() : why;
    }

    private FactData assigned(String assigneeId) {
        return new TicketAssigned(
                after.id(),
                after.title(),
                assigneeId,
                after.priority(),
                after.summary(),
                after.helpfulNotes(),
                after.relatedSkills(),
                reason == null ? BY_A_PERSON : reason,
                by);
    }

    private FactData changed(List<String> fields) {
        TicketChanged.Wording wording = differs(TITLE) || differs(DESCRIPTION)
                ? new TicketChanged.Wording(after.title(), after.description(), after.hashtags())
                : null;
        return new TicketChanged(
                after.id(), after.createdBy(), fields, wording, after.priority(), after.relatedSkills(), by);
    }

    private static @Nullable TimelineValue value(Ticket ticket, TicketField field) {
        return switch (field) {
            case TITLE -> TimelineValue.of(ticket.title());
            case DESCRIPTION -> TimelineValue.of(ticket.description());
            case HASHTAGS -> TimelineValue.of(ticket.hashtags());
            case STATUS -> TimelineValue.of(ticket.status().wireName());
            case PRIORITY ->
                TimelineValue.of(Optional.ofNullable(ticket.priority())
                        .map(Priority::wireName)
                        .orElse(null));
            case ASSIGNED_TO -> TimelineValue.of(ticket.assignedTo());
            case SUMMARY -> TimelineValue.of(ticket.summary());
            case HELPFUL_NOTES -> TimelineValue.of(ticket.helpfulNotes());
            case RELATED_SKILLS -> TimelineValue.of(ticket.relatedSkills());
            case TRIAGE -> TimelineValue.of(ticket.triage().state().wireName());
        };
    }
}
