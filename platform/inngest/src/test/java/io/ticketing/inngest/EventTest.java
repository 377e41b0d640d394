package io.ticketing.inngest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {

    record Created(String ticketId, Instant at, List<Tag> tags) {}

    record Tag(String name) {}

    private static final Created CREATED =
            new Created("T1", Instant.parse("2026-01-02T03:04:05.678Z"), List.of(new Tag("vpn")));

    @Test
    void recordsAndTimesTravelAsPlainJson() {
        Event event = Event.of("ticket/created", CREATED).withId("evt-1").at(Instant.ofEpochMilli(1_795_345_347_537L));

        assertThat(event.written().toString())
                .isEqualTo("{\"id\":\"evt-1\",\"name\":\"ticket/created\",\"data\":{\"ticketId\":\"T1\","
                        + "\"at\":\"2026-01-02T03:04:05.678Z\",\"tags\":[{\"name\":\"vpn\"}]},\"ts\":1795345347537}");
    }

    @Test
    void whatWasSentIsReadBackAsItsType() {
        Event read = Event.read(Event.of("ticket/created", CREATED).written());

        assertThat(read.data(Created.class)).isEqualTo(CREATED);
    }

    @Test
    void whomItIsAboutAndItsVersionTravelToo() {
        Event event =
                Event.of("ticket/created", new Tag("vpn")).about(new Tag("ada")).inVersion("2026-11-30");

        assertThat(event.written().toString())
                .isEqualTo("{\"name\":\"ticket/created\",\"data\":{\"name\":\"vpn\"},"
                        + "\"user\":{\"name\":\"ada\"},\"v\":\"2026-11-30\"}");
        assertThat(Event.read(event.written())).isEqualTo(event);
        assertThatThrownBy(() -> event.about("ada")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMemberThatIsNotKnownIsIgnored() {
        Event event =
                Event.of("ticket/created", InngestJson.object().put("name", "a").put("more", 1));

        assertThat(event.data(Tag.class)).isEqualTo(new Tag("a"));
    }

    @Test
    void dataThatDoesNotFitWillNeverFit() {
        Event event = Event.of("ticket/created", InngestJson.object().put("at", "yesterday"));

        assertThatThrownBy(() -> event.data(Created.class))
                .isInstanceOf(NonRetriableException.class)
                .hasMessageContaining("ticket/created")
                .hasMessageNotContaining("yesterday");
    }

    @Test
    void dataIsAnObject() {
        assertThatThrownBy(() -> Event.of("ticket/created", "text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Event.of(" ", CREATED)).isInstanceOf(IllegalArgumentException.class);
    }
}
