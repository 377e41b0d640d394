package io.ticketing.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private final RetrySchedule schedule =
            new RetrySchedule(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofDays(3));

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "9, 256", "10, 300", "64, 300", "2147483647, 300"})
    void pausesDoubleUpToTheLongest(int attempts, long seconds) {
        assertThat(schedule.afterFailure(attempts, 0)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void jitterShortensAPauseByHalfAtMost() {
        assertThat(schedule.afterFailure(3, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(schedule.afterFailure(3, 0.5)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void afterAnAttemptThatMayHaveDeliveredTheMailThePauseIsTheLongestAtOnce() {
        assertThat(schedule.afterUnconfirmed(0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(schedule.afterUnconfirmed(1)).isEqualTo(Duration.ofSeconds(150));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "1000, 500", "10000, 2500", "86400000, 60000"})
    void anUnknownRecipientIsLookedForLessOftenTheLongerItLasts(long ageMillis, long pauseMillis) {
        assertThat(schedule.whileNotOffered(Duration.ofMillis(ageMillis))).isEqualTo(Duration.ofMillis(pauseMillis));
    }

    @Test
    void afterThreeDaysItIsGivenUp() {
        assertThat(schedule.isTooOld(Duration.ofDays(3))).isFalse();
        assertThat(schedule.isTooOld(Duration.ofDays(3).plusMillis(1))).isTrue();
    }
}
