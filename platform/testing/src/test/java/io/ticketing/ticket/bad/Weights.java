package io.ticketing.ticket.bad;

import io.ticketing.ticket.loop.Loop;
import jakarta.ws.rs.Path;

@Path("/weights")
public class Weights {
    Loop loop = new Loop();
}
