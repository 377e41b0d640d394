package io.ticketing.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
public final class BorderRules {
    private static final String AUTH = "io.ticketing.auth..";
    private static final String TICKET = "io.ticketing.ticket..";
    private static final String TRIAGE = "io.ticketing.triage..";
    private static final String NOTIFICATION = "io.ticketing.notification..";

    @ArchTest
    static final ArchRule DOMAIN_KNOWS_NO_TECHNOLOGY = noClasses()
            .that(Roles.DOMAIN)
            .and()
            .resideInAnyPackage(AUTH, TICKET, TRIAGE, NOTIFICATION)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "com.mongodb..",
                    "org.bson..",
                    "io.quarkus.mongodb..",
                    "org.apache.kafka..",
                    "io.smallrye.reactive..",
                    "org.eclipse.microprofile.reactive..")
            .because("the rules of the business must be readable and testable without a container, database or bus")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES = slices().matching("io.ticketing.*.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature that can be understood alone can be changed alone")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule AUTH_STANDS_ALONE = standsAlone(AUTH, TICKET, TRIAGE, NOTIFICATION);

    @ArchTest
    static final ArchRule TICKET_STANDS_ALONE = standsAlone(TICKET, AUTH, TRIAGE, NOTIFICATION);

    @ArchTest
    static final ArchRule TRIAGE_STANDS_ALONE = standsAlone(TRIAGE, AUTH, TICKET, NOTIFICATION);

    @ArchTest
    static final ArchRule NOTIFICATION_STANDS_ALONE = standsAlone(NOTIFICATION, AUTH, TICKET, TRIAGE);

    @ArchTest
    static final ArchRule PLATFORM_KNOWS_NO_SERVICE = classes()
            .that()
            .resideInAnyPackage(
                    "io.ticketing.events..",
                    "io.ticketing.outbox..",
                    "io.ticketing.web..",
                    "io.ticketing.standing..",
                    "io.ticketing.inngest..",
                    "io.ticketing.deadletters..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(AUTH, TICKET, TRIAGE, NOTIFICATION)
            .because("what all services share must not lean on one of them")
            .allowEmptyShould(true);

    private BorderRules() {}

    private static ArchRule standsAlone(String service, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services share facts, not code, so that each can be deployed alone")
                .allowEmptyShould(true);
    }
}
