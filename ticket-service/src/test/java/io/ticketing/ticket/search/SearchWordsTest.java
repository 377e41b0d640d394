package io.ticketing.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void caseAccentsAndWidthMakeNoDifference() {
        assertThat(words("École ECOLE e\u0301cole \uFF25\uFF23\uFF2F\uFF2C\uFF25"))
                .containsExactly("ecole");
    }

    @Test
    void whatIsNoLetterAndNoDigitPartsWords() {
        assertThat(words("Wi-Fi_5: don't!", "a\nb 🦉 c")).containsExactly("wi", "fi", "5", "don", "t", "a", "b", "c");
    }

    @Test
    void eachWordComesOnceInTheOrderOfTheTexts() {
        assertThat(words("b a b", "a c")).containsExactly("b", "a", "c");
    }

    @Test
    void aScriptWithoutSpacesHasAWordPerCharacter() {
        assertThat(words("登录VPN失败", "ログ")).containsExactly("登", "录", "vpn", "失", "败", "ロ", "ク");
    }

    @Test
    void aVeryLongWordIsSeveral() {
        assertThat(words("x".repeat(64) + "y".repeat(64) + "z")).containsExactly("x".repeat(64), "y".repeat(64), "z");
    }

    @Test
    void thereMayBeNone() {
        assertThat(words("", " \u00a0", "?!… 🦉")).isEmpty();
    }

    private static Iterable<String> words(String... texts) {
        return SearchWords.of(Stream.of(texts));
    }
}
