package io.ticketing.auth.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is recorded. */
@RegisterForReflection
public enum AuditedAction {
    /** Somebody made an account. */
    @JsonProperty("registered")
    REGISTERED("registered"),
    /** Somebody came in. */
    @JsonProperty("signed-in")
    SIGNED_IN("signed-in"),
    /** Too many sign-ins failed. */
    @JsonProperty("sign-in-throttled")
    SIGN_IN_THROTTLED("sign-in-throttled"),
    /** Somebody ended a token of his. */
    @JsonProperty("signed-out")
    SIGNED_OUT("signed-out"),
    /** An address turned out to be its user's. */
    @JsonProperty("email-proven")
    EMAIL_PROVEN("email-proven"),
    /** Somebody set another password. */
    @JsonProperty("password-changed")
    PASSWORD_CHANGED("password-changed"),
    /** A link that lets set a new password was mailed. */
    @JsonProperty("password-reset-requested")
    PASSWORD_RESET_REQUESTED("password-reset-requested"),
    /** Somebody set a new password by such a link. */
    @JsonProperty("password-reset")
    PASSWORD_RESET("password-reset"),
    /** An account was linked to one at Google. */
    @JsonProperty("google-linked")
    GOOGLE_LINKED("google-linked"),
    /** Somebody completed onboarding. */
    @JsonProperty("onboarded")
    ONBOARDED("onboarded"),
    /** Somebody asked for a role. */
    @JsonProperty("role-requested")
    ROLE_REQUESTED("role-requested"),
    /** An admin decided on such a request. */
    @JsonProperty("role-decided")
    ROLE_DECIDED("role-decided"),
    /** Somebody has another role. */
    @JsonProperty("role-changed")
    ROLE_CHANGED("role-changed"),
    /** An account was activated or deactivated. */
    @JsonProperty("status-changed")
    STATUS_CHANGED("status-changed"),
    /** Something else of an account changed. */
    @JsonProperty("account-updated")
    ACCOUNT_UPDATED("account-updated"),
    /** An account was deleted. */
    @JsonProperty("account-deleted")
    ACCOUNT_DELETED("account-deleted"),
    /** There is a new signing key. */
    @JsonProperty("signing-key-added")
    SIGNING_KEY_ADDED("signing-key-added");

    private final String wireName;

    AuditedAction(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON and in filters. */
    public String wireName() {
        return wireName;
    }
}
