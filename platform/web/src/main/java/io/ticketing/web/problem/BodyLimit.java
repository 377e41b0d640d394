package io.ticketing.web.problem;

import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses a body that is larger than 64 KiB: by what it says of itself, or, when it does not say, as soon as that much has come. */
@ApplicationScoped
class BodyLimit {

    private static final long BYTES = 64 * 1024;
    private static final int TOO_LARGE = 413;
    private static final int BEFORE_EVERYTHING = -10_000;

    private final RouterProblems problems;
    private final BodyHandler counting = BodyHandler.create(false).setBodyLimit(BYTES);

    BodyLimit(RouterProblems problems) {
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::check).failureHandler(this::tellTooMuch);
    }

    private void check(RoutingContext request) {
        String length = request.request().getHeader("Content-Length");
        if (length != null && tooLong(length)) {
            closeAfterwards(request);
            problems.answer(request, Failure.of(TOO_LARGE));
        } else if (length == null && !request.request().isEnded() && mayHaveBody(request)) {
            counting.handle(request);
        } else {
            request.next();
        }
    }

    private void tellTooMuch(RoutingContext request) {
        if (request.statusCode() == TOO_LARGE) {
            closeAfterwards(request);
            problems.answer(request, Failure.of(TOO_LARGE));
        } else {
            request.next();
        }
    }

    private static boolean mayHaveBody(RoutingContext request) {
        return request.request().getHeader("Transfer-Encoding") != null
                || request.request().version() == HttpVersion.HTTP_2;
    }

    /** What was not read must not be taken for the next request; HTTP/2 parts requests by itself and forbids the header. */
    private static void closeAfterwards(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
        }
    }

    private static boolean tooLong(String length) {
        return !length.matches("\\d{1,9}") || Long.parseLong(length) > BYTES;
    }
}
