package io.ticketing.web.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link Text}. */
public final class TextValidator implements ConstraintValidator<Text, String> {

    private @Nullable Text rule;

    @Override
    public void initialize(Text annotation) {
        this.rule = annotation;
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null || rule == null) {
            return true;
        }
        Optional<String> fault = fault(value, rule);
        fault.ifPresent(message -> {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
        });
        return fault.isEmpty();
    }

    private static Optional<String> fault(String value, Text rule) {
        int length = value.codePointCount(0, value.length());
        if (length > rule.max() || length < rule.min()) {
            return Optional.of("must have " + rule.min() + " to " + rule.max() + " characters");
        }
        if (!rule.blank() && Characters.isBlank(value)) {
            return Optional.of("must not be blank");
        }
        return value.codePoints().allMatch(c -> Characters.isAllowed(c, rule.multiline()))
                ? Optional.empty()
                : Optional.of("must not contain control characters");
    }
}
