package io.ticketing.auth.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a signing key does at present. */
@RegisterForReflection
public enum KeyState {
    /** It is published, and will sign. */
    @JsonProperty("next")
    NEXT,
    /** It signs. */
    @JsonProperty("signing")
    SIGNING,
    /** It signs no more; the tokens that it signed are still accepted. */
    @JsonProperty("retired")
    RETIRED
}
