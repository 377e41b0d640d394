package io.ticketing.ticket.stream;

import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.Claims;
import io.ticketing.web.caller.Standings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A line that leads nowhere and keeps what it is given; the client may take the first event only when the test lets him. */
final class HeldLine implements Line {

    private final CountDownLatch release;
    private final List<Signal.News> offered = new CopyOnWriteArrayList<>();
    private final List<Position> resets = new CopyOnWriteArrayList<>();
    private final List<Optional<Position>> beats = new CopyOnWriteArrayList<>();

    private HeldLine(CountDownLatch release) {
        this.release = release;
    }

    static HeldLine free() {
        return new HeldLine(new CountDownLatch(0));
    }

    static HeldLine until(CountDownLatch release) {
        return new HeldLine(release);
    }

    /** A client behind this line, who knows everything up to a place and whose subscription begins at another one. */
    Client client(Caller caller, Position known, Subscription subscription, Standings standings) {
        Claims claims = new Claims(
                caller.userId(), caller.tokenId(), 1, caller.role(), caller.onboarded(), caller.tokenExpiresAt());
        return new Client(
                subscription, Optional.of(known), new StandingCheck(claims, caller, standings), Instant.MAX, this);
    }

    /** Of which tickets it was to tell. */
    List<String> offered() {
        return offered.stream().map(news -> news.entry().ticketId()).toList();
    }

    List<Position> resets() {
        return resets;
    }

    List<Optional<Position>> beats() {
        return beats;
    }

    @Override
    public void tell(Signal.News news) throws InterruptedException {
        offered.add(news);
        release.await();
    }

    @Override
    public void reset(Position position) {
        resets.add(position);
    }

    @Override
    public void beat(Optional<Position> position) {
        beats.add(position);
    }

    @Override
    public void open(Position position) {}

    @Override
    public void whenEnded(Runnable action) {}

    @Override
    public void close() {}

    @Override
    public void cut() {}
}
