package io.ticketing.web.description;

import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** A failure that many operations have in common, and which ones. */
enum CommonProblem {
    BAD_REQUEST(400, "BadRequest", "Something is missing or malformed; `errors` names it", Route::readsInput),
    UNAUTHORIZED(401, "Unauthorized", "No access token, or one that is not accepted", Route::isSecured),
    FORBIDDEN(
            403,
            "Forbidden",
            "Not for the caller: the role is another, onboarding is not complete (`data.next` says where it is) or the account"
                    + " is deactivated",
            Route::isSecured),
    NOT_FOUND(404, "NotFound", "There is none, or none that the caller may see", Route::namesSomething),
    CONTENT_TOO_LARGE(413, "ContentTooLarge", "The body is larger than 64 KiB", Route::takesBody),
    UNSUPPORTED_MEDIA_TYPE(415, "UnsupportedMediaType", "The body is no JSON by its media type", Route::takesBody),
    TOO_MANY_REQUESTS(429, "TooManyRequests", "Too many requests, from this address or of this user", route -> true),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailable", "Something needed is away or busy for a moment", route -> true);

    private final int status;
    private final String title;
    private final String description;
    private final Predicate<Route> applies;

    CommonProblem(int status, String title, String description, Predicate<Route> applies) {
        this.status = status;
        this.title = title;
        this.description = description;
        this.applies = applies;
    }

    /** What it is called under {@code components/responses}. */
    String title() {
        return title;
    }

    /** The status, as descriptions write it. */
    String code() {
        return Integer.toString(status);
    }

    /** Whether an operation may answer so. */
    boolean appliesTo(Route route) {
        return applies.test(route);
    }

    /** The answer itself, to be completed as a problem. */
    APIResponse response() {
        return OASFactory.createAPIResponse().description(description);
    }

    /** The header that tells what to do about a failure of this status. */
    static Optional<String> remedy(String code) {
        return switch (code) {
            case "401" -> Optional.of("WWW-Authenticate");
            case "429", "503" -> Optional.of("Retry-After");
            default -> Optional.empty();
        };
    }
}
