package io.ticketing.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A method that others can call answers none of these types, not even within a generic type. */
final class InvolveNone extends ArchCondition<JavaMethod> {
    private final DescribedPredicate<JavaClass> unwanted;

    InvolveNone(DescribedPredicate<JavaClass> unwanted) {
        super("answer no " + unwanted.getDescription());
        this.unwanted = unwanted;
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (method.getModifiers().contains(JavaModifier.PRIVATE)) {
            return;
        }
        method.getReturnType().getAllInvolvedRawTypes().stream()
                .filter(unwanted)
                .forEach(type -> events.add(SimpleConditionEvent.violated(
                        method, method.getDescription() + " answers " + type.getSimpleName())));
    }
}
