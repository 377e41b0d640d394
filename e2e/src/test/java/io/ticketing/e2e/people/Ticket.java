package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as somebody sees it.
 *
 * @param json as it came
 */
public record Ticket(JsonNode json) {
    /** Its id. */
    public String id() {
        return json.path("_id").asText();
    }

    /** Where it stands. */
    public String status() {
        return json.path("status").asText();
    }

    /** How urgent it is; empty while nobody knows. */
    public String priority() {
        return json.path("priority").asText("").replace("null", "");
    }

    /** Who works on it. */
    public Optional<String> assigneeId() {
        return Optional.ofNullable(json.path("assignedTo").path("_id").textValue());
    }

    /** What helps whoever works on it; for staff. */
    public String helpfulNotes() {
        return json.path("helpfulNotes").asText("");
    }

    /** What one has to be able to do; for staff. */
    public List<String> relatedSkills() {
        return json.path("relatedSkills").valueStream().map(JsonNode::asText).toList();
    }

    /** What has analysed it, {@code gemini} or {@code offline}; for staff. */
    public String engine() {
        return json.path("triage").path("engine").asText("");
    }

    /** How far its triage is; for staff. */
    public String triageState() {
        return json.path("triage").path("state").asText("");
    }

    /** Why a person has to look; for staff. */
    public Optional<String> triageReason() {
        return Optional.ofNullable(json.path("triage").path("reason").textValue());
    }
}
