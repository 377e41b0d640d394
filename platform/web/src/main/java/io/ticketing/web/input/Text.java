package io.ticketing.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that a person typed: not blank (white space of any kind, no-break space included), no control characters (C0, DEL, C1), no broken
 * surrogates, within its length. It is never changed. Null is valid; add {@code @NotNull} where the field is required.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextValidator.class)
public @interface Text {

    /** Fewest characters (Unicode code points). */
    int min() default 1;

    /** Most characters (Unicode code points). */
    int max();

    /** Whether line breaks and tabs are fine. */
    boolean multiline() default false;

    /** Whether blank text is fine, for fields that may be cleared. */
    boolean blank() default false;

    String message() default "is not valid text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
