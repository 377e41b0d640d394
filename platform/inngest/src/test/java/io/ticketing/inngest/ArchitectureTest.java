package io.ticketing.inngest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.ticketing.testing.architecture.ArchitectureRules;

@AnalyzeClasses(packages = "io.ticketing.inngest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule IT_STANDS_ALONE = classes()
            .that()
            .resideInAPackage("io.ticketing.inngest..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.ticketing.web..", "io.ticketing.events..", "io.ticketing.outbox..", "io.ticketing.standing..")
            .because("it can be published by itself");

    @ArchTest
    static final ArchRule WHAT_APPLICATIONS_SEE_KNOWS_NO_WIRE = classes()
            .that()
            .resideInAPackage("io.ticketing.inngest")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("io.ticketing.inngest.(*)..")
            .because("an application programs against words, not against HTTP");
}
