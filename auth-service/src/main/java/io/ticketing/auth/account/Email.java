package io.ticketing.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An e-mail address, perhaps with spaces around it. Null is valid; add {@code @NotNull} where the field is required. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EmailValidator.class)
public @interface Email {

    String message() default "must be an e-mail address of at most 254 characters, such as ada@example.org";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
