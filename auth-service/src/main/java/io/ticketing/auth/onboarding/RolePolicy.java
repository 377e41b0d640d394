package io.ticketing.auth.onboarding;

import io.ticketing.events.Role;

/** What becomes of the role that somebody chooses for himself. */
enum RolePolicy {
    /** A student at once; any other role has to be approved by an admin. */
    APPROVAL {
        @Override
        RoleChoice decide(Role present, Role chosen) {
            return chosen == Role.STUDENT || chosen == present
                    ? new RoleChoice(chosen, null)
                    : new RoleChoice(present, chosen);
        }
    },
    /** Any role at once. */
    OPEN {
        @Override
        RoleChoice decide(Role present, Role chosen) {
            return new RoleChoice(chosen, null);
        }
    };

    abstract RoleChoice decide(Role present, Role chosen);
}
