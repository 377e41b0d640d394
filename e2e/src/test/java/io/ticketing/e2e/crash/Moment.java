package io.ticketing.e2e.crash;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;

/** The moments of a ticket's way, in their order. */
enum Moment {
    /** The requester has just been told the ticket's id. */
    OPENED {
        @Override
        void await(Scene scene, Person requester, TicketText text, String ticketId) {
            assertThat(ticketId).isNotBlank();
        }
    },
    /** The ticket shows that it is being looked at. */
    IN_PROGRESS {
        @Override
        void await(Scene scene, Person requester, TicketText text, String ticketId) {
            eventually(() -> assertThat(requester.reads(ticketId).status()).isEqualTo("in-progress"));
        }
    },
    /** The model has the ticket and thinks about it. */
    THOUGHT_ABOUT {
        @Override
        void await(Scene scene, Person requester, TicketText text, String ticketId) {
            eventually(() -> assertThat(scene.gemini().calls())
                    .anySatisfy(call -> assertThat(call.prompt()).contains(text.title())));
        }
    },
    /** The ticket has just got its assignee. */
    ASSIGNED {
        @Override
        void await(Scene scene, Person requester, TicketText text, String ticketId) {
            eventually(() -> assertThat(requester.reads(ticketId).assigneeId()).isPresent());
        }
    };

    /** Returns when the ticket is there. */
    abstract void await(Scene scene, Person requester, TicketText text, String ticketId);
}
