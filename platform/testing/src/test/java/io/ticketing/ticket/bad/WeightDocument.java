package io.ticketing.ticket.bad;

record WeightDocument(WeightResponse response) {}
