package io.ticketing.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ticketing.auth.user.WorkingHoursRequest.OfADay;
import io.ticketing.events.Weekday;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkingHoursRequestTest {

    private static final OfADay MORNING = new OfADay(Weekday.MONDAY, "09:00", "12:00");
    private static final OfADay AFTERNOON = new OfADay(Weekday.MONDAY, "12:00", "17:30");
    private static final OfADay TUESDAY = new OfADay(Weekday.TUESDAY, "09:00", "12:00");

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("week.zone", new WorkingHoursRequest("Mars/Olympus", List.of(MORNING))),
                Arguments.of("week.zone", new WorkingHoursRequest("+02:00", List.of(MORNING))),
                Arguments.of("week.zone", new WorkingHoursRequest("europe/berlin", List.of(MORNING))),
                Arguments.of("week.hours[1].to", week(MORNING, new OfADay(Weekday.MONDAY, "18:00", "18:00"))),
                Arguments.of("week.hours[2]", week(MORNING, TUESDAY, new OfADay(Weekday.MONDAY, "08:00", "09:01"))),
                Arguments.of("week.hours[1]", week(MORNING, new OfADay(Weekday.MONDAY, "10:00", "11:00"))),
                Arguments.of(
                        "week.hours[4]",
                        week(
                                MORNING,
                                AFTERNOON,
                                new OfADay(Weekday.MONDAY, "17:30", "17:45"),
                                new OfADay(Weekday.MONDAY, "18:00", "18:15"),
                                new OfADay(Weekday.MONDAY, "19:00", "24:00"))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsNamed(String field, WorkingHoursRequest hours) {
        assertThatThrownBy(() -> hours.week("week"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(
                                problem.failure().errors())
                        .extracting(FieldError::field)
                        .isEqualTo(Collections.singletonList(field)));
    }

    @Test
    void whatOneTypesIsWhatOneSees() {
        WorkingHoursRequest hours = week(MORNING, AFTERNOON, TUESDAY);

        assertThat(WorkingHoursRequest.of(hours.week("week"))).isEqualTo(hours);
    }

    private static WorkingHoursRequest week(OfADay... parts) {
        return new WorkingHoursRequest("Europe/Berlin", List.of(parts));
    }
}
