package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A text that a null clears. */
@RegisterForReflection
public final class ClearableText extends ClearableDeserializer<String> {

    private static final long serialVersionUID = 1L;

    ClearableText() {
        super(String.class);
    }
}
