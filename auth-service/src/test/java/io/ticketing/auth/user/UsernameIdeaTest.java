package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameIdeaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ada Lovelace                              | ada@example.org          | Ada Lovelace
            '  Ada   Lovelace '                       | ada@example.org          | Ada Lovelace
                                                      | ada.lovelace@example.org | ada.lovelace
            Al                                        | ada@example.org          | ada
            ' \u00a0 \u2003 '                         | ada@example.org          | ada
            Al                                        | al@example.org           | user al
            A\u0000d\u200ba\u0085                     | xyz@example.org          | Ada
            Hubert Blaine Wolfeschlegelsteinhausen    | h@example.org            | Hubert Blaine Wolfeschlegelste
            abcdefghijklmnopqrstuvwxyzabc defg        | h@example.org            | abcdefghijklmnopqrstuvwxyzabc
            """)
    void aNameIsMadeOfWhatIsKnown(String name, String email, String username) {
        assertThat(UsernameIdea.of(name, email)).isEqualTo(username);
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNotCutInHalf() {
        String name = "\uD83D\uDE00".repeat(31);

        String username = UsernameIdea.of(name, "h@example.org");

        assertThat(username).isEqualTo("\uD83D\uDE00".repeat(30));
    }

    @Test
    void anotherIdeaDiffersEachTimeAndIsNotTooLong() {
        String idea = UsernameIdea.of("Hubert Blaine Wolfeschlegelsteinhausen", "h@example.org");

        String another = UsernameIdea.another(idea);

        assertThat(another).startsWith("Hubert Blaine Wolfeschl").isNotEqualTo(UsernameIdea.another(idea));
        assertThat(another.length()).isEqualTo(30);
    }
}
