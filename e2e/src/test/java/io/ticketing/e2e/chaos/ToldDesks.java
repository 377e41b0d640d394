package io.ticketing.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.people.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The desks as the tickets' facts tell them: everything that happened, one after the other. */
final class ToldDesks {
    private static final Set<String> OVER = Set.of("resolved", "closed");

    private final Map<String, Integer> capacities;
    private final Map<String, Set<String>> desks = new HashMap<>();
    private final List<String> overfull = new ArrayList<>();

    private ToldDesks(Map<String, Integer> capacities) {
        this.capacities = capacities;
    }

    /** Where a moderator had more open tickets than he has room for. */
    static List<String> overfull(List<ConsumerRecord<String, byte[]>> records, Map<String, Integer> capacities) {
        ToldDesks desks = new ToldDesks(capacities);
        Set<String> heard = new HashSet<>();
        records.stream()
                .filter(record -> record.topic().equals("ticket-events"))
                .filter(record -> heard.add(header(record, "ce_id")))
                .map(Told::of)
                // Of two facts of the same millisecond the one that frees a place comes first: it may be what the other
                // one waited for.
                .sorted(Comparator.comparing(Told::at)
                        .thenComparing(told -> told.type().equals("ticket/assigned")))
                .forEach(desks::hear);
        return desks.overfull;
    }

    private void hear(Told told) {
        switch (told.type()) {
            case "ticket/assigned" -> put(told.data().path("assigneeId").asText(), told);
            case "ticket/unassigned", "ticket/deleted" -> take(told.ticketId());
            case "ticket/status-changed" -> {
                if (OVER.contains(told.data().path("to").asText())) {
                    take(told.ticketId());
                }
            }
            default -> {}
        }
    }

    private void put(String userId, Told told) {
        take(told.ticketId());
        Set<String> desk = desks.computeIfAbsent(userId, id -> new HashSet<>());
        desk.add(told.ticketId());
        if (desk.size() > capacities.getOrDefault(userId, Integer.MAX_VALUE)) {
            overfull.add("at " + told.at() + " " + userId + " had " + desk.size());
        }
    }

    private void take(String ticketId) {
        desks.values().forEach(desk -> desk.remove(ticketId));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private record Told(Instant at, String type, String ticketId, JsonNode data) {
        static Told of(ConsumerRecord<String, byte[]> record) {
            return new Told(
                    Instant.parse(header(record, "ce_time")),
                    header(record, "ce_type"),
                    record.key(),
                    Json.read(new String(record.value(), StandardCharsets.UTF_8)));
        }
    }
}
