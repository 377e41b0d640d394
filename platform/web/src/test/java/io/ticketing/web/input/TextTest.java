package io.ticketing.web.input;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    record Line(@Nullable @Text(min = 2, max = 5) String text) {}

    record Lines(@Text(max = 5, multiline = true) String text) {}

    record Clearable(@Text(min = 0, max = 5, blank = true) String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"ab", "abcde", "a b", "Ü–無登", "📚📚📚📚📚", " ab ", "<b>&"})
    void whatAPersonTypesIsFine(String text) {
        assertThat(faults(new Line(text))).isEmpty();
    }

    @Test
    void nothingIsFineWhereTheFieldIsNotRequired() {
        assertThat(VALIDATOR.validate(new Line(null))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongIsSaid(String fault, String text) {
        assertThat(faults(new Line(text))).containsExactly(fault);
    }

    static Stream<Arguments> faults() {
        String length = "must have 2 to 5 characters";
        String control = "must not contain control characters";
        String blank = "must not be blank";
        return Stream.of(
                Arguments.of(length, ""),
                Arguments.of(length, "a"),
                Arguments.of(length, "📚"),
                Arguments.of(length, "abcdef"),
                Arguments.of(length, "📚📚📚📚📚📚"),
                Arguments.of(blank, "  "),
                Arguments.of(blank, "\u00a0\u00a0"),
                Arguments.of(blank, "\u2007\u202f"),
                Arguments.of(blank, "\u3000\u2003"),
                Arguments.of(blank, "\u200b\ufeff"),
                Arguments.of(blank, "\n\t"),
                Arguments.of(control, "a\u0000"),
                Arguments.of(control, "a\u001b"),
                Arguments.of(control, "a\u007f"),
                Arguments.of(control, "a\u0080"),
                Arguments.of(control, "a\u009f"),
                Arguments.of(control, "a\nb"),
                Arguments.of(control, "a\tb"),
                Arguments.of(control, "a\ud83d"),
                Arguments.of(control, "\udcdaa"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\tb"})
    void lineBreaksAndTabsAreFineWhereLinesAre(String text) {
        assertThat(faults(new Lines(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u000bb", "a\u0085b"})
    void otherControlsAreNotEvenThere(String text) {
        assertThat(faults(new Lines(text))).containsExactly("must not contain control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0"})
    void aFieldThatMayBeClearedMayBeBlank(String text) {
        assertThat(faults(new Clearable(text))).isEmpty();
    }

    private static Stream<String> faults(Object bean) {
        return VALIDATOR.validate(bean).stream().map(ConstraintViolation::getMessage);
    }
}
