package io.ticketing.ticket.stream;

import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.Claims;
import io.ticketing.web.caller.StandingRule;
import io.ticketing.web.caller.Standings;
import io.ticketing.web.caller.Verdict;

/** Tells whether somebody who was let in would be let in again, as the same. */
final class StandingCheck {

    private final Claims claims;
    private final Caller caller;
    private final Standings standings;

    StandingCheck(Claims claims, Caller caller, Standings standings) {
        this.claims = claims;
        this.caller = caller;
        this.standings = standings;
    }

    boolean holds() {
        return StandingRule.decide(claims, standings.of(claims.userId())).equals(new Verdict.Accepted(caller));
    }
}
