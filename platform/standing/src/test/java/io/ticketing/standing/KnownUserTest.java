package io.ticketing.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownUserTest {

    @Test
    void inALogItIsTheIdAlone() {
        KnownUser ada = new KnownUser(
                "u-1",
                1,
                "Ada",
                "ada@example.org",
                Role.MODERATOR,
                AccountStatus.ACTIVE,
                true,
                List.of("java"),
                5,
                null,
                null,
                1,
                List.of());

        assertThat(ada).hasToString("KnownUser[id=u-1]");
    }
}
