package io.ticketing.ticket.stream;

import java.util.Optional;

/** The way to one client. Each event waits until the network has taken the one before, so nothing piles up. */
interface Line {

    /** Sends the head of the answer, and says where the client stands. */
    void open(Position position);

    /** Tells of a change. */
    void tell(Signal.News news) throws InterruptedException, BrokenLineException;

    /** Says that up to here not everything was told. */
    void reset(Position position) throws InterruptedException, BrokenLineException;

    /** Shows that the line is there; and, with a position, that there was nothing up to it. */
    void beat(Optional<Position> position) throws InterruptedException, BrokenLineException;

    /** What is done once the answer has ended, whoever has ended it. */
    void whenEnded(Runnable action);

    /** Ends the answer. */
    void close();

    /** Ends the connection with what the client has not taken; closing it in peace would wait for him. */
    void cut();
}
