package io.ticketing.ticket;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.ticket.history.TicketField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ticket while it is being edited. */
public final class TicketEdit {

    private final Ticket before;
    private final Set<TicketField> setByPeople;
    private String title;
    private String description;
    private List<String> hashtags;
    private TicketStatus status;
    private @Nullable Priority priority;
    private @Nullable String assignedTo;
    private @Nullable String summary;
    private @Nullable String helpfulNotes;
    private List<String> relatedSkills;
    private Triage triage;

    TicketEdit(Ticket before) {
        this.before = before;
        this.setByPeople = EnumSet.noneOf(TicketField.class);
        this.setByPeople.addAll(before.setByPeople());
        this.title = before.title();
        this.description = before.description();
        this.hashtags = before.hashtags();
        this.status = before.status();
        this.priority = before.priority();
        this.assignedTo = before.assignedTo();
        this.summary = before.summary();
        this.helpfulNotes = before.helpfulNotes();
        this.relatedSkills = before.relatedSkills();
        this.triage = before.triage();
    }

    public TicketEdit title(String newTitle) {
        this.title = newTitle;
        return this;
    }

    public TicketEdit description(String newDescription) {
        this.description = newDescription;
        return this;
    }

    public TicketEdit hashtags(List<String> newHashtags) {
        this.hashtags = newHashtags;
        return this;
    }

    public TicketEdit status(TicketStatus newStatus) {
        this.status = newStatus;
        return this;
    }

    public TicketEdit priority(@Nullable Priority newPriority) {
        this.priority = newPriority;
        return this;
    }

    /** Null for nobody. */
    public TicketEdit assignedTo(@Nullable String userId) {
        this.assignedTo = userId;
        return this;
    }

    public TicketEdit summary(@Nullable String newSummary) {
        this.summary = newSummary;
        return this;
    }

    public TicketEdit helpfulNotes(@Nullable String newNotes) {
        this.helpfulNotes = newNotes;
        return this;
    }

    public TicketEdit relatedSkills(List<String> newSkills) {
        this.relatedSkills = newSkills;
        return this;
    }

    public TicketEdit triage(Triage newTriage) {
        this.triage = newTriage;
        return this;
    }

    /** From now on what a machine finds out for that field is a suggestion. */
    public TicketEdit setByPerson(TicketField field) {
        setByPeople.add(field);
        return this;
    }

    /** What a person has set there does not bind a machine any more. */
    public TicketEdit setByNobody(TicketField field) {
        setByPeople.remove(field);
        return this;
    }

    TicketEdit settersOf(Ticket other) {
        setByPeople.clear();
        setByPeople.addAll(other.setByPeople());
        return this;
    }

    /** That field is as in the other ticket. */
    TicketEdit asIn(Ticket other, TicketField field) {
        return switch (field) {
            case TITLE -> title(other.title());
            case DESCRIPTION -> description(other.description());
            case HASHTAGS -> hashtags(other.hashtags());
            case STATUS -> status(other.status());
            case PRIORITY -> priority(other.priority());
            case ASSIGNED_TO -> assignedTo(other.assignedTo());
            case SUMMARY -> summary(other.summary());
            case HELPFUL_NOTES -> helpfulNotes(other.helpfulNotes());
            case RELATED_SKILLS -> relatedSkills(other.relatedSkills());
            case TRIAGE -> triage(other.triage());
        };
    }

    /** The ticket as edited; its version and its time are those from before. */
    Ticket done() {
        return new Ticket(
                before.id(),
                title,
                description,
                hashtags,
                status,
                priority,
                before.createdBy(),
                assignedTo,
                summary,
                helpfulNotes,
                relatedSkills,
                triage,
                setByPeople,
                before.createdAt(),
                before.updatedAt(),
                before.version());
    }
}
