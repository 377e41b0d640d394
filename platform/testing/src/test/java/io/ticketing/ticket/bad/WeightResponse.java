package io.ticketing.ticket.bad;

record WeightResponse(int grams) {}
