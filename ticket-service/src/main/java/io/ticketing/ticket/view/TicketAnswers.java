package io.ticketing.ticket.view;

import io.ticketing.ticket.Ticket;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.precondition.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers with one ticket, and with its version as the tag. */
@ApplicationScoped
public class TicketAnswers {

    private final TicketViews views;

    TicketAnswers(TicketViews views) {
        this.views = views;
    }

    /** A 200 with the ticket as that caller sees it. */
    public RestResponse<Envelope<TicketView>> ok(String message, Ticket ticket, Caller caller) {
        return ResponseBuilder.ok(Envelope.ok(message, views.of(ticket, caller)))
                .header(HttpHeaders.ETAG, IfMatch.tag(ticket.version()))
                .build();
    }
}
