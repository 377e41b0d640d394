package io.ticketing.triage.analysis;

import io.ticketing.triage.analysis.offline.OfflineAnalyser;
import io.ticketing.triage.analysis.offline.SkillNotes;
import io.ticketing.triage.analysis.offline.UrgencyWords;
import io.ticketing.triage.skill.SkillVocabulary;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Reads the tables that analysis rests on, from {@code triage/} on the class path. */
public final class Tables {

    private Tables() {}

    /** The vocabulary of skills. */
    @Produces
    @Singleton
    public static SkillVocabulary vocabulary() {
        return SkillVocabulary.parse(lines("skills.txt"));
    }

    /** The analyser that needs no network. */
    @Produces
    @Singleton
    public static OfflineAnalyser offlineAnalyser(SkillVocabulary vocabulary) {
        return new OfflineAnalyser(
                vocabulary, UrgencyWords.parse(lines("urgency.txt")), SkillNotes.parse(lines("notes.txt")));
    }

    /** The text of one resource. */
    public static String text(String name) {
        try (InputStream resource = Tables.class.getResourceAsStream("/triage/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("the resource triage/" + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> lines(String name) {
        return text(name).lines();
    }
}
