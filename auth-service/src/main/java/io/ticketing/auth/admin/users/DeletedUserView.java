package io.ticketing.auth.admin.users;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who was deleted. */
@Schema(name = "DeletedUser")
public record DeletedUserView(
        @Schema(examples = "6650f0a1b2c3d4e5f6a7b8c9") String deletedUserId) {}
