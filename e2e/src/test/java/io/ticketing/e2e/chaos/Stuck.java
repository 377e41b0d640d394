package io.ticketing.e2e.chaos;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.ticketing.e2e.people.Ticket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** Says of tickets that do not get on what triage knows of them, without what they say. */
final class Stuck {
    private Stuck() {}

    static String described(Collection<Ticket> tickets, MongoClient mongo) {
        MongoCollection<Document> runs = mongo.getDatabase("triage").getCollection("runs");
        return tickets.stream()
                .map(ticket -> "%s is %s, triage %s, assignee %s: %s"
                        .formatted(
                                ticket.id(),
                                ticket.status(),
                                ticket.triageState(),
                                ticket.assigneeId().orElse("none"),
                                runs(runs, ticket.id())))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static List<String> runs(MongoCollection<Document> runs, String ticketId) {
        return runs.find(Filters.eq("ticketId", ticketId))
                .projection(Projections.exclude(
                        "title", "description", "hashtags", "analysis", "candidates", "requesterId", "attempts"))
                .map(Document::toJson)
                .into(new ArrayList<>());
    }
}
