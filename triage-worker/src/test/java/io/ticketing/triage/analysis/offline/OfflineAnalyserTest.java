package io.ticketing.triage.analysis.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Priority;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketAnalysis;
import io.ticketing.triage.analysis.TicketText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfflineAnalyserTest {

    private final OfflineAnalyser analyser = Tables.offlineAnalyser(Tables.vocabulary());

    @ParameterizedTest
    @CsvSource({
        "'Payment page is down', 'Nobody can pay, this is urgent.', HIGH",
        "'Cannot log in', 'The exam is today.', HIGH",
        "'Small typo', 'Just a question, not urgent at all.', LOW",
        "'Report export', 'There was no data loss and it is not urgent.', LOW",
        "'Export to CSV', 'The file has a wrong separator.', MEDIUM"
    })
    void thePriorityFollowsTheWordsAndTheirNegation(String title, String description, Priority priority) {
        assertThat(analyse(title, description).priority()).isEqualTo(priority);
    }

    @Test
    void theMostNamedSkillComesFirstAndTheTitleWeighsMore() {
        TicketAnalysis analysis =
                analyse("MongoDB replica set lost its primary", "Since the deploy the database is slow.", "mongo");

        assertThat(analysis.relatedSkills()).startsWith("mongodb").contains("database", "deployment");
        assertThat(analysis.helpfulNotes()).startsWith("- Explain the query");
    }

    @Test
    void aHashtagThatOnlyAModeratorKnowsCounts() {
        TicketText text = new TicketText("Help", "Please.", List.of("quantum-computing", "nonsense"));

        assertThat(analyser.analyse(text, List.of("Quantum Computing")).relatedSkills())
                .containsExactly("quantum-computing");
    }

    @Test
    void theSummaryIsTheTitleAndTheFirstSentencesWithoutControlCharacters() {
        TicketAnalysis analysis = analyse("VPN\u0007 fails", "It fails.\nSince Monday. And more. And more.");

        assertThat(analysis.summary()).isEqualTo("VPN fails: It fails. Since Monday.");
    }

    @Test
    void hugeAndEmptyTextsStayWithinTheBounds() {
        TicketAnalysis huge = analyse("x".repeat(200), "😀 down and java ".repeat(700));
        TicketAnalysis empty = analyse("​", "\u0000");

        assertThat(huge.summary().length()).isBetween(1, TicketAnalysis.MAX_SUMMARY);
        assertThat(huge.helpfulNotes().length()).isLessThanOrEqualTo(TicketAnalysis.MAX_NOTES);
        assertThat(empty.summary()).isNotBlank();
        assertThat(empty.relatedSkills()).isEmpty();
    }

    private TicketAnalysis analyse(String title, String description, String... hashtags) {
        return analyser.analyse(new TicketText(title, description, List.of(hashtags)), List.of());
    }
}
