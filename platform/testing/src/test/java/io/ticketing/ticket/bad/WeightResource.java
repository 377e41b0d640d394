package io.ticketing.ticket.bad;

import io.ticketing.events.FactData;
import io.ticketing.triage.Analysing;
import jakarta.inject.Inject;
import java.util.List;

class WeightResource {
    @Inject
    Analysing analysing = new Analysing();

    List<WeightDocument> list(FactData fact) {
        System.out.println(fact);
        return List.of();
    }
}
