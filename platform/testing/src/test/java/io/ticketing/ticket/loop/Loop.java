package io.ticketing.ticket.loop;

import io.ticketing.ticket.bad.Weights;

public class Loop {
    Class<?> back = Weights.class;
}
