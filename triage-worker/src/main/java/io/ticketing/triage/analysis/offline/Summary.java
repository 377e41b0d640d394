package io.ticketing.triage.analysis.offline;

import io.ticketing.triage.analysis.PlainText;
import io.ticketing.triage.analysis.TicketText;
import java.text.BreakIterator;
import java.util.Locale;

/** The gist of a ticket: its title and the first sentences. */
final class Summary {

    private static final int MAX_SENTENCES = 2;
    private static final int MAX_CHARACTERS = 400;

    private Summary() {}

    static String of(TicketText text) {
        String title = PlainText.line(text.title());
        String beginning = firstSentences(PlainText.line(text.description()));
        String both = beginning.isEmpty() || beginning.equalsIgnoreCase(title) ? title : title + ": " + beginning;
        return both.isBlank() ? "A ticket without readable text." : PlainText.shortened(both, MAX_CHARACTERS);
    }

    private static String firstSentences(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text);
        int end = sentences.first();
        for (int taken = 0; taken < MAX_SENTENCES && sentences.next() != BreakIterator.DONE; taken++) {
            end = sentences.current();
        }
        return text.substring(0, end).strip();
    }
}
