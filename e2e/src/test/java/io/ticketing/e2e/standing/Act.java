package io.ticketing.e2e.standing;

import io.ticketing.e2e.mail.Subject;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.stack.Scene;
import java.util.Map;

/** What changes the standing of an admin who shows a token from before. */
enum Act {
    LOGOUT(401, 401) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            somebody.logsOut();
        }
    },
    DEACTIVATION(403, 403) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            admin.deactivates(somebody);
        }
    },
    DELETION(401, 401) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            admin.deletes(somebody);
        }
    },
    DEMOTION(403, 404) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            admin.makes(somebody, Role.STUDENT);
        }
    },
    PASSWORD_CHANGE(401, 401) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            Person elsewhere = somebody.logsIn();
            elsewhere
                    .api()
                    .post(
                            "/auth/update-account",
                            Map.of("currentPassword", somebody.password(), "password", newPassword(somebody)),
                            elsewhere.token())
                    .expect(200);
        }
    },
    PASSWORD_RESET(401, 401) {
        @Override
        void happensTo(Person somebody, Person admin, Scene scene) {
            somebody.api()
                    .post("/auth/forgot-password", Map.of("email", somebody.email()), null)
                    .expect(202);
            String token = scene.inbox().token(somebody, Subject.RESET);
            somebody.api()
                    .post("/auth/reset-password", Map.of("token", token, "password", newPassword(somebody)), null)
                    .expect(200);
        }
    };

    private final int statusOfAuth;
    private final int statusOfTickets;

    Act(int statusOfAuth, int statusOfTickets) {
        this.statusOfAuth = statusOfAuth;
        this.statusOfTickets = statusOfTickets;
    }

    /** Does it; returns with the answer. */
    abstract void happensTo(Person somebody, Person admin, Scene scene);

    /** What the admin's token is worth afterwards: at auth-service's list of users. */
    int statusOfAuth() {
        return statusOfAuth;
    }

    /** The same at ticket-service, for somebody else's ticket. */
    int statusOfTickets() {
        return statusOfTickets;
    }

    private static String newPassword(Person somebody) {
        return somebody.secrets().keep("Pass-" + Casting.unique() + "?");
    }
}
