package io.ticketing.ticket.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as a caller sees it. */
@Schema(
        name = "Ticket",
        description = "Staff see what triage found out, the requester does not",
        anyOf = {RequesterView.class, StaffView.class})
public sealed interface TicketView permits RequesterView, StaffView {}
