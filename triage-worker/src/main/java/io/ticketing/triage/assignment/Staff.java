package io.ticketing.triage.assignment;

import io.ticketing.events.Role;
import java.util.List;

/** The people who may get tickets, as they are known now. */
@FunctionalInterface
public interface Staff {

    /** All moderators and admins, active or not. */
    List<StaffMember> members();

    /** Whether that user was deleted. */
    default boolean isGone(String userId) {
        return false;
    }

    /** Whether that user cannot work on tickets: he was deleted or deactivated, or is no longer staff. */
    default boolean isHindered(String userId) {
        return isGone(userId);
    }

    /** The skills that active moderators have, as they gave them. */
    default List<String> moderatorSkills() {
        return members().stream()
                .filter(member -> member.active() && member.role() == Role.MODERATOR)
                .flatMap(member -> member.skills().stream())
                .toList();
    }
}
