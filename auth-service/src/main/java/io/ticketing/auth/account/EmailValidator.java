package io.ticketing.auth.account;

import io.ticketing.web.input.Characters;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Email}. */
public final class EmailValidator implements ConstraintValidator<Email, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null
                || value.codePoints().allMatch(c -> Characters.isAllowed(c, false))
                        && EmailAddress.typed(value).isPresent();
    }
}
