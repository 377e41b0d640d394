package io.ticketing.e2e.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The world of a test class; its constructor may ask for the {@link Scene}, whole and with all parts running. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(Stage.class)
public @interface PlayedIn {
    /** The world. */
    World value();

    /** When the class has its turn among those of its world. */
    Act act() default Act.MIDDLE;

    /** The order within a world. */
    enum Act {
        /** On a stack that nobody has used yet. */
        FIRST,
        /** Any time. */
        MIDDLE,
        /** When all others have left their traces. */
        LAST,
        /** Ends the stack. */
        CURTAIN
    }
}
