package io.ticketing.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-03-27 is a Friday. Berlin's clocks skip 02:00 to 03:00 on Sunday the 29th, and show it twice on Sunday, 2026-10-25. */
class WorkingHoursTest {

    private static final WorkingHours OFFICE = new WorkingHours(
            "Europe/Berlin",
            List.of(
                    new Stretch(Weekday.MONDAY, "09:00", "12:00"),
                    new Stretch(Weekday.MONDAY, "13:00", "17:30"),
                    new Stretch(Weekday.FRIDAY, "09:00", "17:30")));

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T07:59:59.999Z, 2026-03-27T08:00:00Z",
        "2026-03-27T08:00:00Z, 2026-03-27T08:00:00Z",
        "2026-03-27T16:29:59Z, 2026-03-27T16:29:59Z",
        "2026-03-27T16:30:00Z, 2026-03-30T07:00:00Z",
        "2026-03-30T10:00:00Z, 2026-03-30T11:00:00Z",
        "2026-03-30T15:30:00Z, 2026-04-03T07:00:00Z"
    })
    void theyFollowTheClocksOfThePlace(Instant time, Instant next) {
        assertThat(OFFICE.nextFrom(time)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "02:15, 05:00, 2026-03-29T00:00:00Z, 2026-03-29T01:00:00Z",
        "02:15, 02:45, 2026-03-29T00:00:00Z, 2026-04-05T00:15:00Z",
        "01:00, 02:30, 2026-03-29T00:59:59Z, 2026-03-29T00:59:59Z",
        "01:00, 02:30, 2026-03-29T01:00:00Z, 2026-04-04T23:00:00Z",
        "02:30, 03:00, 2026-10-25T00:15:00Z, 2026-10-25T00:30:00Z",
        "01:00, 02:30, 2026-10-25T01:29:59Z, 2026-10-25T01:29:59Z"
    })
    void theySurviveAChangeOfTheClocks(String from, String to, Instant time, Instant next) {
        WorkingHours night = new WorkingHours("Europe/Berlin", List.of(new Stretch(Weekday.SUNDAY, from, to)));

        assertThat(night.nextFrom(time)).isEqualTo(next);
    }

    @Test
    void aNightIsTwoStretches() {
        WorkingHours night = new WorkingHours(
                "UTC",
                List.of(
                        new Stretch(Weekday.FRIDAY, "22:00", Stretch.MIDNIGHT),
                        new Stretch(Weekday.SATURDAY, "00:00", "06:00")));

        assertThat(night.nextFrom(Instant.parse("2026-03-27T21:00:00Z"))).isEqualTo("2026-03-27T22:00:00Z");
        assertThat(night.nextFrom(Instant.parse("2026-03-27T23:59:59.999Z"))).isEqualTo("2026-03-27T23:59:59.999Z");
        assertThat(night.nextFrom(Instant.parse("2026-03-28T00:00:00Z"))).isEqualTo("2026-03-28T00:00:00Z");
        assertThat(night.nextFrom(Instant.parse("2026-03-28T06:00:00Z"))).isEqualTo("2026-04-03T22:00:00Z");
    }

    @Test
    void whoIsAwayComesBackToHisHours() {
        Instant saturday = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(new Availability(saturday, OFFICE).nextFrom(Instant.parse("2026-03-27T10:00:00Z")))
                .isEqualTo("2026-03-30T07:00:00Z");
        assertThat(new Availability(saturday, null).nextFrom(Instant.parse("2026-03-27T10:00:00Z")))
                .isEqualTo(saturday);
        assertThat(new Availability(saturday, null).nextFrom(saturday)).isEqualTo(saturday);
        assertThat(Availability.present().nextFrom(saturday)).isEqualTo(saturday);
    }

    @Test
    void whoseClocksAreNotKnownHereIsTakenToBeThere() {
        Instant saturday = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(new WorkingHours("Mars/Olympus", OFFICE.hours()).nextFrom(saturday))
                .isEqualTo(saturday);
    }

    @Test
    void whatNoWeekCanBeMadeOfIsRefused() {
        assertThatThrownBy(() -> new WorkingHours("UTC", List.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Stretch(Weekday.MONDAY, "09:00", "09:00")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Stretch(Weekday.MONDAY, "9", "17:00")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> new Stretch(Weekday.MONDAY, Stretch.MIDNIGHT, Stretch.MIDNIGHT))
                .isInstanceOf(RuntimeException.class);
    }
}
