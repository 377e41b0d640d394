package io.ticketing.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.web.input.Characters;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCharacterIsDescribedAsAllowedWhenItIs(boolean multiline) {
        Pattern pattern = asInJson(new TextRule(1, 9, multiline, true));

        everyCharacter(c -> pattern.matcher(Character.toString(c)).find() == Characters.isAllowed(c, multiline));
    }

    @Test
    void aCharacterIsDescribedAsBlankWhenItIs() {
        Pattern pattern = asInJson(new TextRule(1, 9, true, false));

        everyCharacter(c -> pattern.matcher(Character.toString(c)).find()
                == (Characters.isAllowed(c, true) && !Characters.isBlank(Character.toString(c))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a", "a ", "a b", "é", "👍", "\u202e\u05d0"})
    void oneVisibleCharacterIsEnough(String text) {
        assertThat(text).containsPattern(asInJson(new TextRule(1, 9, false, false)));
    }

    /** The dollar of ECMA-262, which JSON Schema goes by, stands for the very end. */
    private static Pattern asInJson(TextRule rule) {
        return Pattern.compile(rule.pattern().replaceFirst("\\$$", "\\\\z"));
    }

    private static void everyCharacter(IntPredicate asValidated) {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> Character.getType(c) != Character.SURROGATE)
                        .filter(asValidated.negate())
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }
}
