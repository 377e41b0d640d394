package io.ticketing.auth.user;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Working hours that a null clears. */
@RegisterForReflection
public final class ClearableWorkingHours extends ClearableDeserializer<WorkingHoursRequest> {

    private static final long serialVersionUID = 1L;

    ClearableWorkingHours() {
        super(WorkingHoursRequest.class);
    }
}
