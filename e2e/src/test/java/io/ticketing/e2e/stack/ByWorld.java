package io.ticketing.e2e.stack;

import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Plays world after world, so that one stack at a time is enough; what needs no stack comes first. */
public final class ByWorld implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors()
                .sort(Comparator.comparing((ClassDescriptor test) -> played(test)
                                .map(played -> played.value().ordinal())
                                .orElse(-1))
                        .thenComparing(test -> played(test).map(PlayedIn::act).orElse(PlayedIn.Act.FIRST))
                        .thenComparing(test -> test.getTestClass().getName()));
    }

    private static Optional<PlayedIn> played(ClassDescriptor test) {
        return test.findAnnotation(PlayedIn.class);
    }
}
