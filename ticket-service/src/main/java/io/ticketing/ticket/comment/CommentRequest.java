package io.ticketing.ticket.comment;

import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What it takes to comment. The text is kept as it was typed. */
@Schema(name = "CommentRequest")
public record CommentRequest(
        @Schema(
                description = "1 to 10,000 characters, line breaks are fine",
                examples = "It works in the library, but not in the dorm.")
        @NotNull
        @Text(max = 10_000, multiline = true)
        String body,

        @Schema(
                description = "Whether only staff may know of it; for staff alone. Null is like false.",
                nullable = true,
                defaultValue = "false")
        @Nullable
        Boolean internal) {

    boolean isInternal() {
        return Boolean.TRUE.equals(internal);
    }

    /** Nothing of the text: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "CommentRequest[internal=" + internal + "]";
    }
}
