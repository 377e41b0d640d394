package io.ticketing.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {
    private static final JavaClasses GOOD = new ClassFileImporter().importPackages("io.ticketing.ticket.good");
    private static final JavaClasses BAD = new ClassFileImporter()
            .importPackages("io.ticketing.ticket.bad", "io.ticketing.ticket.loop", "io.ticketing.web.leaning");

    static Stream<Arguments> rulesAndOffenders() {
        return Stream.of(
                Arguments.of(BorderRules.DOMAIN_KNOWS_NO_TECHNOLOGY, "Weight.id"),
                Arguments.of(BorderRules.FEATURES_HAVE_NO_CYCLES, "Slice loop"),
                Arguments.of(BorderRules.TICKET_STANDS_ALONE, "Analysing"),
                Arguments.of(BorderRules.PLATFORM_KNOWS_NO_SERVICE, "Leaning.service"),
                Arguments.of(ShapeRules.ONLY_RESOURCES_HAVE_PATHS, "Weights"),
                Arguments.of(ShapeRules.RESOURCES_ANSWER_NO_DOCUMENTS, "answers WeightDocument"),
                Arguments.of(ShapeRules.RESOURCES_KNOW_NO_FACTS, "WeightResource.list"),
                Arguments.of(ShapeRules.DOCUMENTS_KEEP_NO_FACTS, "FactDocument.facts"),
                Arguments.of(ShapeRules.DOCUMENTS_KNOW_NO_REST, "WeightDocument.response"),
                Arguments.of(StyleRules.CONSTRUCTORS_INJECT, "WeightResource.analysing"),
                Arguments.of(StyleRules.NOBODY_PRINTS, "WeightResource.list"),
                Arguments.of(StyleRules.PACKAGES_ARE_NULL_MARKED, "io.ticketing.ticket.bad"));
    }

    @ParameterizedTest
    @MethodSource("rulesAndOffenders")
    void aRuleFindsItsOffenderAndLeavesGoodCodeAlone(ArchRule rule, String offender) {
        EvaluationResult bad = rule.evaluate(BAD);
        EvaluationResult good = rule.evaluate(GOOD);

        assertThat(bad.getFailureReport().toString()).contains(offender);
        assertThat(good.getFailureReport().getDetails()).isEmpty();
    }
}
