package io.ticketing.auth.onboarding;

import io.ticketing.events.Role;

/** What becomes of the role that somebody chooses for himself. A role that an admin has given already is not lost by choosing a lower one. */
enum RolePolicy {
    /** A student at once; any higher role has to be approved by an admin. */
    APPROVAL {
        @Override
        RoleChoice decideHigher(Role present, Role chosen) {
            return new RoleChoice(present, chosen);
        }
    },
    /** Any role at once. */
    OPEN {
        @Override
        RoleChoice decideHigher(Role present, Role chosen) {
            return new RoleChoice(chosen, null);
        }
    };

    RoleChoice decide(Role present, Role chosen) {
        return chosen.compareTo(present) <= 0 ? new RoleChoice(present, null) : decideHigher(present, chosen);
    }

    abstract RoleChoice decideHigher(Role present, Role chosen);
}
