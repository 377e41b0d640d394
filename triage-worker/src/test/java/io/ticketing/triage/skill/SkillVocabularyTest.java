package io.ticketing.triage.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.triage.analysis.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillVocabularyTest {

    private final SkillVocabulary vocabulary = Tables.vocabulary();

    @ParameterizedTest
    @CsvSource({
        "JS, javascript",
        "Java Script, javascript",
        "k8s, kubernetes",
        "NodeJS, node.js",
        "node.js, node.js",
        "C++, c++",
        "C#, c#",
        "c, c",
        "Mongo DB, mongodb",
        "golang, go",
        "' React.JS ', react",
        "CI/CD, devops",
        ".NET, c#"
    })
    void differentSpellingsAreOneSkill(String written, String name) {
        assertThat(vocabulary.normalised(written)).isEqualTo(name);
    }

    @Test
    void anUnknownSkillKeepsItsWords() {
        assertThat(vocabulary.normalised("  Quantum_Computing ")).isEqualTo("quantum-computing");
        assertThat(vocabulary.known("Quantum Computing")).isEmpty();
    }

    @Test
    void aNarrowSkillCoversTheBroaderOnesButNotTheOtherWayRound() {
        assertThat(vocabulary.covered(List.of("mongo"))).contains("mongodb", "database");
        assertThat(vocabulary.covered(List.of("databases"))).containsExactly("database");
    }

    @Test
    void wordsInProseHintAtSkillsAsWholeWordsOnly() {
        assertThat(vocabulary.mentions("My wi-fi fails, and go to the Java Script console"))
                .containsOnlyKeys("networking", "java");
        assertThat(vocabulary.mentions("javascripts and reactions")).isEmpty();
    }

    @Test
    void everySkillOfTheTableHasOneMeaningAndImpliesKnownOnes() {
        assertThat(vocabulary.names()).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(vocabulary.normalised(name)).isEqualTo(name);
            assertThat(vocabulary.covered(List.of(name)))
                    .allSatisfy(skill -> assertThat(vocabulary.known(skill)).hasValue(skill));
        });
    }
}
