package io.ticketing.events;

/** What a fact says. Every record is one kind of fact, named in the past tense; {@link FactType} gives its wire name. */
public sealed interface FactData
        permits UserChanged,
                UserSignedUp,
                UserOnboarded,
                RoleRequested,
                RoleDecided,
                EmailProofRequested,
                PasswordResetRequested,
                UserDeleted,
                TicketCreated,
                TicketAssigned,
                TicketUnassigned,
                TicketStatusChanged,
                TicketChanged,
                TicketCommented,
                TicketDeleted,
                TriageNews {}
