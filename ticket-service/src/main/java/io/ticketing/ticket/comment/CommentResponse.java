package io.ticketing.ticket.comment;

/**
 * The envelope of a new comment; one of its own, so that the description can name what comes with a 201.
 *
 * @param success always true
 * @param statusCode always 201
 * @param message for people
 * @param data the comment
 */
public record CommentResponse(boolean success, int statusCode, String message, CommentView data) {

    static CommentResponse created(CommentView comment) {
        return new CommentResponse(true, 201, "The comment is there.", comment);
    }
}
