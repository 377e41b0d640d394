package io.ticketing.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

/** What a client sees, what the database holds and what the bus carries are three shapes. */
public final class ShapeRules {
    @ArchTest
    static final ArchRule ONLY_RESOURCES_HAVE_PATHS = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .and()
            .areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("whoever looks for what a service offers looks for its resources")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_ANSWER_NO_DOCUMENTS = methods()
            .that()
            .areDeclaredInClassesThat(Roles.RESOURCE)
            .should(new InvolveNone(Roles.DOCUMENT))
            .because("what the database holds may change, and may hold secrets; what a client sees is promised")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule RESOURCES_KNOW_NO_FACTS = noClasses()
            .that(Roles.RESOURCE.or(Roles.REST_SHAPE))
            .should()
            .dependOnClassesThat(Roles.FACT)
            .because("the wire between services and the wire to clients change for different reasons")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOCUMENTS_KEEP_NO_FACTS = noFields()
            .that()
            .areDeclaredInClassesThat(Roles.DOCUMENT)
            .should(ArchCondition.from(DescribedPredicate.describe("hold facts", ShapeRules::holdsFactData)))
            .because("a stored document must stay readable when a fact gets a new shape")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule DOCUMENTS_KNOW_NO_REST = noClasses()
            .that(Roles.DOCUMENT)
            .should()
            .dependOnClassesThat(Roles.REST_SHAPE.or(Roles.RESOURCE))
            .because("adapters turn to the domain, not to each other")
            .allowEmptyShould(true);

    private ShapeRules() {}

    private static boolean holdsFactData(JavaField field) {
        return field.getType().getAllInvolvedRawTypes().stream().anyMatch(ShapeRules::isFactData);
    }

    private static boolean isFactData(JavaClass type) {
        return type.isAssignableTo("io.ticketing.events.FactData")
                || type.getName().equals("io.ticketing.events.Fact");
    }
}
