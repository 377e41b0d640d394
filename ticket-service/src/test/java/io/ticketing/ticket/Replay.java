package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.Priority;
import io.ticketing.events.ReadRecord;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketCommented;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A ticket as somebody knows it who has heard nothing but its facts. Fails on a fact that does not follow from those before. */
final class Replay {

    private final Set<String> heard = new HashSet<>();
    private final SortedSet<Long> versions = new TreeSet<>();
    private long sequence;
    private @Nullable TicketStatus status;
    private @Nullable String assignedTo;
    private @Nullable Priority priority;
    private @Nullable String title;
    private boolean deleted;

    /** All of the ticket's facts, in the order of the topic; a repeat counts for nothing. */
    static Replay of(List<ConsumerRecord<String, byte[]>> records) {
        Replay replay = new Replay();
        records.stream()
                .map(FactCodec::read)
                .map(read -> ((ReadRecord.Known) read).fact())
                .filter(fact -> replay.heard.add(fact.id()))
                .forEach(replay::hear);
        return replay;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** What was told is what is there, and each version has been told of. */
    void agreesWith(Ticket ticket) {
        assertThat(deleted).isFalse();
        assertThat(status).isEqualTo(ticket.status());
        assertThat(assignedTo).isEqualTo(ticket.assignedTo());
        assertThat(priority).isEqualTo(ticket.priority());
        assertThat(title).isEqualTo(ticket.title());
        assertThat(versions).hasSize((int) ticket.version());
        assertThat(versions.last()).isEqualTo(ticket.version());
    }

    private void hear(Fact fact) {
        assertThat(fact.sequence()).as("%s", fact).isGreaterThanOrEqualTo(sequence);
        assertThat(deleted).as("nothing comes after the deletion: %s", fact).isFalse();
        sequence = fact.sequence();
        versions.add(sequence);
        switch (fact.data()) {
            case TicketCreated created -> {
                status = TicketStatus.ACTIVE;
                title = created.title();
            }
            case TicketStatusChanged moved -> {
                assertThat(moved.from()).as("%s", fact).isEqualTo(status);
                status = moved.to();
            }
            case TicketAssigned assigned -> {
                assignedTo = assigned.assigneeId();
                priority = assigned.priority();
            }
            case TicketUnassigned unassigned -> {
                if (assignedTo != null) {
                    assertThat(unassigned.assigneeId()).as("%s", fact).isEqualTo(assignedTo);
                }
                assignedTo = null;
            }
            case TicketChanged changed -> {
                priority = changed.priority();
                title = changed.wording() == null ? title : changed.wording().title();
            }
            case TicketCommented comment -> assertThat(comment.commentId()).isNotEmpty();
            case TicketDeleted gone -> deleted = true;
            default -> throw new AssertionError("a stranger among a ticket's facts: " + fact);
        }
    }
}
