package io.ticketing.e2e.stack;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Plays world after world, so that one stack at a time is enough. */
public final class ByWorld implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing(
                                (ClassDescriptor test) -> played(test).value())
                        .thenComparing(test -> played(test).act())
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static PlayedIn played(ClassDescriptor test) {
        return test.findAnnotation(PlayedIn.class)
                .orElseThrow(() -> new IllegalStateException(
                        test.getTestClass().getSimpleName() + " does not say which world it is played in"));
    }
}
