package io.ticketing.web.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "*",
                " * ",
                "\"7\"",
                " \"7\"\t",
                "\"6\", \"7\"",
                "\"6\",\"7\"",
                "W/\"7\", \"7\"",
                "\"a,b\", \"7\""
            })
    void theVersionThatTheCallerHasSeenPasses(@Nullable String header) {
        assertThatCode(() -> IfMatch.of(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"07\"", "\"\"", "\"6\", \"8\"", "\"7,8\"", "\"77\""})
    void anyOtherVersionIs412(String header) {
        IfMatch seen = IfMatch.of(header);

        assertThatThrownBy(() -> seen.require(7)).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.failure().status())
                .isEqualTo(412));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "7",
                "\"7",
                "7\"",
                "\"7\" \"8\"",
                "\"7\",",
                ",\"7\"",
                "w/\"7\"",
                "*, \"7\"",
                "\"7\u0001\"",
                "'7'"
            })
    void whatIsNoTagIs400(String header) {
        assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.failure().status()).isEqualTo(400);
            assertThat(refused.failure().errors())
                    .singleElement()
                    .extracting("field")
                    .isEqualTo("If-Match");
        });
    }
}
