package io.ticketing.ticket.hashtag;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rule behind {@link HashtagList}. */
public final class HashtagListValidator implements ConstraintValidator<HashtagList, List<String>> {

    @Override
    public boolean isValid(@Nullable List<@Nullable String> typed, ConstraintValidatorContext context) {
        if (typed == null) {
            return true;
        }
        List<String> normalised = typed.stream()
                .flatMap(tag -> Optional.ofNullable(tag).flatMap(Hashtag::normalised).stream())
                .toList();
        if (normalised.size() < typed.size()) {
            return false;
        }
        if (new HashSet<>(normalised).size() < normalised.size()) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must not hold a hashtag twice")
                    .addConstraintViolation();
            return false;
        }
        return true;
    }
}
