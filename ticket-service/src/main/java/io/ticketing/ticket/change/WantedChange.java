package io.ticketing.ticket.change;

import io.ticketing.events.Priority;
import io.ticketing.ticket.TicketEdit;
import io.ticketing.ticket.history.TicketField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a ticket to say from now on; null where that is not up for change.
 *
 * @param title as typed
 * @param description as typed
 * @param hashtags normalised
 * @param priority how urgent it is
 * @param relatedSkills as typed
 */
record WantedChange(
        @Nullable String title,
        @Nullable String description,
        @Nullable List<String> hashtags,
        @Nullable Priority priority,
        @Nullable List<String> relatedSkills) {

    /** The fields that are up for change. */
    Set<TicketField> fields() {
        Set<TicketField> fields = EnumSet.noneOf(TicketField.class);
        add(fields, TicketField.TITLE, title);
        add(fields, TicketField.DESCRIPTION, description);
        add(fields, TicketField.HASHTAGS, hashtags);
        add(fields, TicketField.PRIORITY, priority);
        add(fields, TicketField.RELATED_SKILLS, relatedSkills);
        return fields;
    }

    /** Makes the ticket say so. Who says what it says already makes that his own, too. */
    TicketEdit in(TicketEdit edit) {
        fields().forEach(edit::setByPerson);
        if (title != null) {
            edit.title(title);
        }
        if (description != null) {
            edit.description(description);
        }
        if (hashtags != null) {
            edit.hashtags(hashtags);
        }
        if (priority != null) {
            edit.priority(priority);
        }
        if (relatedSkills != null) {
            edit.relatedSkills(relatedSkills);
        }
        return edit;
    }

    private static void add(Set<TicketField> fields, TicketField field, @Nullable Object value) {
        if (value != null) {
            fields.add(field);
        }
    }

    /** Nothing: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "WantedChange[]";
    }
}
