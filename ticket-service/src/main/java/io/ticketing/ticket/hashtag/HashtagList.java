package io.ticketing.ticket.hashtag;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Hashtags that can be normalised, none of them twice. Null is valid; add {@code @NotNull} where the field is required. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HashtagListValidator.class)
public @interface HashtagList {

    String message() default "must be 1 to 30 letters a-z, digits, - or _ each, beginning with a letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
