package io.ticketing.ticket.history;

import io.ticketing.events.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be kept of something that was done to a ticket.
 *
 * @param by who did it
 * @param action what
 * @param field to which field; null when it was none
 * @param from what the field was; null when it was nothing
 * @param to what it is now, or was suggested to be; null when it is nothing
 * @param reason why, in words; what a machine gives for one is for staff alone
 * @param staffOnly whether the requester may not know of it
 */
public record TimelineNote(
        Actor by,
        TimelineAction action,
        @Nullable TicketField field,
        @Nullable TimelineValue from,
        @Nullable TimelineValue to,
        @Nullable String reason,
        boolean staffOnly) {

    /** The ticket was opened. */
    public static TimelineNote created(Actor by) {
        return new TimelineNote(by, TimelineAction.CREATED, null, null, null, null, false);
    }

    /** A field has become another. */
    public static TimelineNote changed(
            Actor by,
            TicketField field,
            @Nullable TimelineValue from,
            @Nullable TimelineValue to,
            @Nullable String reason) {
        return new TimelineNote(by, TimelineAction.CHANGED, field, from, to, reason, field.isStaffOnly());
    }

    /** Somebody has the ticket now, instead of somebody else or nobody. */
    public static TimelineNote assigned(Actor by, @Nullable String from, String to, @Nullable String reason) {
        return assignee(by, TimelineAction.ASSIGNED, from, to, reason);
    }

    /** Nobody has the ticket any more. */
    public static TimelineNote unassigned(Actor by, String from, @Nullable String reason) {
        return assignee(by, TimelineAction.UNASSIGNED, from, null, reason);
    }

    /** A machine would have changed a field that a person has set. */
    public static TimelineNote suggested(
            Actor by,
            TicketField field,
            @Nullable TimelineValue kept,
            @Nullable TimelineValue suggestion,
            @Nullable String reason) {
        return new TimelineNote(by, TimelineAction.SUGGESTED, field, kept, suggestion, reason, true);
    }

    /** Somebody said something; {@code to} is the comment's id. */
    public static TimelineNote commented(Actor by, String commentId, boolean internal) {
        return new TimelineNote(by, TimelineAction.COMMENTED, null, null, TimelineValue.of(commentId), null, internal);
    }

    private static TimelineNote assignee(
            Actor by, TimelineAction action, @Nullable String from, @Nullable String to, @Nullable String reason) {
        return new TimelineNote(
                by, action, TicketField.ASSIGNED_TO, TimelineValue.of(from), TimelineValue.of(to), reason, false);
    }
}
