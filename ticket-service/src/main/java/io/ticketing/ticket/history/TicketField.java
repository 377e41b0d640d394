package io.ticketing.ticket.history;

/** The fields of a ticket that change, in the names of the API. */
public enum TicketField {
    TITLE("title", false),
    DESCRIPTION("description", false),
    HASHTAGS("hashtags", false),
    STATUS("status", false),
    PRIORITY("priority", false),
    ASSIGNED_TO("assignedTo", false),
    SUMMARY("summary", true),
    HELPFUL_NOTES("helpfulNotes", true),
    RELATED_SKILLS("relatedSkills", true),
    TRIAGE("triage", true);

    private final String wireName;
    private final boolean staffOnly;

    TicketField(String wireName, boolean staffOnly) {
        this.wireName = wireName;
        this.staffOnly = staffOnly;
    }

    /** The name in JSON. */
    public String wireName() {
        return wireName;
    }

    /** Whether the requester does not see it. */
    public boolean isStaffOnly() {
        return staffOnly;
    }
}
