package io.ticketing.auth.firstadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameChoiceTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org,ada",
        "a@example.org,a-admin",
        "a.name.of.more.than.thirty.characters@example.org,a.name.of.more.than.thirty.cha"
    })
    void theFirstNameIsTheOneInTheAddress(String email, String name) {
        assertThat(UsernameChoice.first(email)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"ada@example.org", "a@example.org", "a.name.of.more.than.thirty.characters@example.org"})
    void othersAreDifferentEachTimeAndFit(String email) {
        assertThat(UsernameChoice.another(email))
                .hasSizeBetween(3, 30)
                .isNotEqualTo(UsernameChoice.first(email))
                .isNotEqualTo(UsernameChoice.another(email));
    }
}
