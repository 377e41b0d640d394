package io.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactDataTest {

    @ParameterizedTest
    @MethodSource("personal")
    void whatIsPersonalIsNotInALog(String logged, FactData data) {
        assertThat(data).hasToString(logged);
    }

    static Stream<Arguments> personal() {
        return Stream.of(
                Arguments.of(
                        "UserChanged[id=u-1]",
                        new UserChanged(
                                "u-1",
                                "Ada",
                                "ada@example.org",
                                Role.MODERATOR,
                                AccountStatus.ACTIVE,
                                true,
                                List.of("java"),
                                5,
                                Availability.present(),
                                1,
                                List.of())),
                Arguments.of("UserSignedUp[userId=u-1]", new UserSignedUp("u-1", "Ada", "ada@example.org", null)),
                Arguments.of(
                        "TicketCreated[ticketId=t-1]",
                        new TicketCreated("t-1", "u-1", "My login", "does not work", List.of("login"))),
                Arguments.of(
                        "TicketAssigned[ticketId=t-1]",
                        new TicketAssigned(
                                "t-1",
                                "My login",
                                "u-2",
                                Priority.HIGH,
                                "Login fails",
                                "Reset it",
                                List.of("java"),
                                "knows java",
                                Actor.ai())));
    }
}
