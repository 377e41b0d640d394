package io.ticketing.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The package of a class says {@code @NullMarked} in its package-info. */
final class LieInNullMarkedPackages extends ArchCondition<JavaClass> {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";

    LieInNullMarkedPackages() {
        super("lie in packages marked @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        boolean marked = home.tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NULL_MARKED))
                .orElse(false);
        if (!marked) {
            events.add(SimpleConditionEvent.violated(
                    home, "Package " + home.getName() + " of " + type.getSimpleName() + " is not @NullMarked"));
        }
    }
}
