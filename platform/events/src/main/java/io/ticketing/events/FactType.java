package io.ticketing.events;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of fact: wire name (CloudEvents {@code type}), topic, and the record that carries the data. */
public enum FactType {
    USER_CHANGED("user/changed", Topic.USERS, UserChanged.class),
    USER_SIGNUP("user/signup", Topic.USER_EVENTS, UserSignedUp.class),
    USER_ONBOARDED("user/onboarded", Topic.USER_EVENTS, UserOnboarded.class),
    USER_ROLE_REQUESTED("user/role-requested", Topic.USER_EVENTS, RoleRequested.class),
    USER_ROLE_DECIDED("user/role-decided", Topic.USER_EVENTS, RoleDecided.class),
    USER_EMAIL_PROOF_REQUESTED("user/email-proof-requested", Topic.USER_EVENTS, EmailProofRequested.class),
    USER_PASSWORD_RESET_REQUESTED("user/password-reset-requested", Topic.USER_EVENTS, PasswordResetRequested.class),
    USER_DELETED("user/deleted", Topic.USER_EVENTS, UserDeleted.class),
    TICKET_CREATED("ticket/created", Topic.TICKET_EVENTS, TicketCreated.class),
    TICKET_ASSIGNED("ticket/assigned", Topic.TICKET_EVENTS, TicketAssigned.class),
    TICKET_UNASSIGNED("ticket/unassigned", Topic.TICKET_EVENTS, TicketUnassigned.class),
    TICKET_STATUS_CHANGED("ticket/status-changed", Topic.TICKET_EVENTS, TicketStatusChanged.class),
    TICKET_CHANGED("ticket/changed", Topic.TICKET_EVENTS, TicketChanged.class),
    TICKET_COMMENTED("ticket/commented", Topic.TICKET_EVENTS, TicketCommented.class),
    TICKET_DELETED("ticket/deleted", Topic.TICKET_EVENTS, TicketDeleted.class),
    TRIAGE_STARTED("triage/started", Topic.TRIAGE_EVENTS, TriageStarted.class),
    TRIAGE_QUEUED("triage/queued", Topic.TRIAGE_EVENTS, TriageQueued.class),
    TRIAGE_COMPLETED("triage/completed", Topic.TRIAGE_EVENTS, TriageCompleted.class),
    TRIAGE_NEEDS_REVIEW("triage/needs-review", Topic.TRIAGE_EVENTS, TriageNeedsReview.class);

    private final String wireName;
    private final Topic topic;
    private final Class<? extends FactData> data;

    FactType(String wireName, Topic topic, Class<? extends FactData> data) {
        this.wireName = wireName;
        this.topic = topic;
        this.data = data;
    }

    /** The CloudEvents {@code type}. */
    public String wireName() {
        return wireName;
    }

    /** Where facts of this kind are published. */
    public Topic topic() {
        return topic;
    }

    /** The record that holds the data. */
    public Class<? extends FactData> data() {
        return data;
    }

    /** The kind with that wire name, or empty when this version does not know it. */
    public static Optional<FactType> named(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** The kind that the data belongs to. */
    public static FactType of(FactData data) {
        return Arrays.stream(values())
                .filter(type -> type.data.isInstance(data))
                .findFirst()
                .orElseThrow();
    }
}
