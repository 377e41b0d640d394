package io.ticketing.triage.desk;

/**
 * Nobody has to be found for a ticket any more: it is assigned, or over.
 *
 * @param ticketId the ticket
 */
public record TicketSettled(String ticketId) {}
