package io.ticketing.ticket.timeline;

import io.ticketing.events.Actor;
import io.ticketing.events.ActorKind;
import io.ticketing.ticket.history.TicketField;
import io.ticketing.ticket.history.TimelineEntryDocument;
import io.ticketing.ticket.history.TimelineValue;
import io.ticketing.ticket.view.People;
import io.ticketing.ticket.view.PeopleLookup;
import io.ticketing.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows entries of timelines to callers, with the names of those who did it. */
@ApplicationScoped
class TimelineViews {

    private final PeopleLookup lookup;

    TimelineViews(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    List<TimelineEntryView> of(List<TimelineEntryDocument> entries, Caller caller) {
        People people = lookup.find(entries.stream()
                .map(entry -> entry.by().id())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return entries.stream().map(entry -> of(entry, people, caller)).toList();
    }

    private static TimelineEntryView of(TimelineEntryDocument entry, People people, Caller caller) {
        boolean seesReason = caller.isStaff() || entry.by().kind() == ActorKind.PERSON;
        return new TimelineEntryView(
                entry.id(),
                entry.at(),
                actor(entry.by(), people),
                entry.action(),
                orNull(entry.field(), TicketField::wireName),
                orNull(entry.from(), TimelineValue::plain),
                orNull(entry.to(), TimelineValue::plain),
                seesReason ? entry.reason() : null);
    }

    private static ActorView actor(Actor by, People people) {
        return new ActorView(
                by.kind(), by.id(), orNull(by.id(), id -> people.person(id).username()));
    }

    private static <T, R> @Nullable R orNull(@Nullable T value, Function<T, @Nullable R> shown) {
        return Optional.ofNullable(value).map(shown).orElse(null);
    }
}
