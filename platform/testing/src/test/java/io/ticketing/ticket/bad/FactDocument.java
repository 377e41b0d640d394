package io.ticketing.ticket.bad;

import io.ticketing.events.FactData;
import java.util.List;

record FactDocument(List<FactData> facts) {}
