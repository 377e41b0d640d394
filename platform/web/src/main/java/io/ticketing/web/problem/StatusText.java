package io.ticketing.web.problem;

/** What a status means to whoever called, when nothing more is to be said. */
final class StatusText {

    private StatusText() {}

    static String of(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 401 -> "Sign in: this needs a valid access token.";
            case 403 -> "You are not allowed to do this.";
            case 404 -> "There is nothing here.";
            case 405 -> "This method is not available here.";
            case 406 -> "The answer is available as application/json only.";
            case 409 -> "This contradicts the present state.";
            case 412 -> "It was changed meanwhile.";
            case 413 -> "The request is larger than 64 KiB.";
            case 414 -> "The address is too long.";
            case 415 -> "The body must be application/json.";
            case 429 -> "Too many requests; try again later.";
            case 431 -> "The request's headers are too large.";
            case 503 -> "This is not available at the moment; try again shortly.";
            default -> status >= 500 ? "Something went wrong on our side." : "The request cannot be served.";
        };
    }
}
