package io.ticketing.ticket.good;

record Urgency(int level) {}
