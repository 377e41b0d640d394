package io.ticketing.triage.analysis.gemini;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.PlainText;
import io.ticketing.triage.analysis.TicketText;
import io.ticketing.triage.skill.SkillVocabulary;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Gemini is sent: instructions, the list of skills, the form of the answer, and the ticket between marks that its text cannot forge. */
final class GeminiPrompt {

    /** The version of the instructions. */
    static final String VERSION = "gemini-1";

    private static final String REPAIR =
            "\n\nYour last answer to this ticket was refused. %s Answer once more, and keep to all that is said above.";
    private static final double TEMPERATURE = 0.1;
    private static final int MAX_STAFF_SKILLS = 200;
    private static final ResponseFormat ANSWER = ResponseFormat.builder()
            .type(ResponseFormatType.JSON)
            .jsonSchema(JsonSchema.builder()
                    .name("analysis")
                    .rootElement(JsonObjectSchema.builder()
                            .addStringProperty("summary")
                            .addEnumProperty(
                                    "priority",
                                    Arrays.stream(Priority.values())
                                            .map(Priority::wireName)
                                            .toList())
                            .addStringProperty("helpfulNotes")
                            .addProperty(
                                    "relatedSkills",
                                    JsonArraySchema.builder()
                                            .items(JsonStringSchema.builder().build())
                                            .build())
                            .addNumberProperty("confidence")
                            .required("summary", "priority", "helpfulNotes", "relatedSkills", "confidence")
                            .build())
                    .build())
            .build();

    private final SkillVocabulary vocabulary;
    private final String instructions;

    GeminiPrompt(SkillVocabulary vocabulary, String instructions) {
        this.vocabulary = vocabulary;
        this.instructions = instructions;
    }

    /** Asks that model about the ticket. */
    ChatRequest of(String model, TicketText text, Collection<String> staffSkills) {
        return request(model, instructions(staffSkills), text);
    }

    /** Asks it once more, and says which rule its answer broke; what it said is not repeated, since the ticket may speak out of it. */
    ChatRequest repairing(String model, TicketText text, Collection<String> staffSkills, AnswerRule broken) {
        return request(model, instructions(staffSkills) + REPAIR.formatted(broken.sentence()), text);
    }

    private String instructions(Collection<String> staffSkills) {
        String skills = Stream.concat(
                        vocabulary.names().stream(),
                        staffSkills.stream()
                                .map(vocabulary::normalised)
                                .distinct()
                                .sorted()
                                .limit(MAX_STAFF_SKILLS))
                .distinct()
                .collect(Collectors.joining(", "));
        return instructions.replace("{skills}", skills);
    }

    private static ChatRequest request(String model, String instructions, TicketText text) {
        return ChatRequest.builder()
                .modelName(model)
                .messages(SystemMessage.from(instructions), UserMessage.from(marked(text)))
                .responseFormat(ANSWER)
                .temperature(TEMPERATURE)
                .build();
    }

    private static String marked(TicketText text) {
        return "<ticket>\n"
                + withoutMarks(PlainText.line(text.title())) + "\n\n"
                + withoutMarks(PlainText.clean(text.description())) + "\n\n"
                + text.hashtags().stream()
                        .map(tag -> "#" + withoutMarks(PlainText.line(tag)))
                        .collect(Collectors.joining(" "))
                + "\n</ticket>";
    }

    /** All angle brackets are replaced, since a model may read a mark out of whatever lies between two of them. */
    private static String withoutMarks(String text) {
        return text.replace('<', '‹').replace('>', '›');
    }
}
