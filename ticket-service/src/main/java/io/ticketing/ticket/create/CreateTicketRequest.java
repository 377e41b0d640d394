package io.ticketing.ticket.create;

import io.ticketing.ticket.hashtag.Hashtag;
import io.ticketing.ticket.hashtag.HashtagList;
import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it takes to open a ticket. The texts are kept as they were typed. */
@Schema(name = "CreateTicketRequest")
public record CreateTicketRequest(
        @Schema(description = "One line of 1 to 200 characters", examples = "Login fails on campus Wi-Fi")
        @NotNull
        @Text(max = 200)
        String title,

        @Schema(
                description = "1 to 10,000 characters, line breaks are fine",
                examples = "Since this morning the login page answers 502.")
        @NotNull
        @Text(max = 10_000, multiline = true)
        String description,

        @Schema(
                description =
                        "1 to 4 hashtags of letters a-z, digits, - and _, at most 30 characters each. A leading # is dropped, capitals"
                                + " become small, and none may come twice.",
                type = SchemaType.ARRAY,
                implementation = Hashtag.class,
                uniqueItems = true,
                examples = "[\"network\", \"bug\"]")
        @NotNull
        @Size(min = 1, max = 4, message = "must hold 1 to 4 hashtags")
        @HashtagList
        List<String> hashtags) {}
