package io.ticketing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Gives the problem shape also to what fails before it reaches a resource: unknown paths, malformed requests. */
@ApplicationScoped
class RouterProblems {

    private static final Logger LOG = Logger.getLogger(RouterProblems.class);
    private static final int BEFORE_EVERYTHING = -9_999;

    private final ObjectMapper json;

    RouterProblems(ObjectMapper json) {
        this.json = json;
    }

    void install(@Observes Router router) {
        IntStream.rangeClosed(400, 599).forEach(status -> router.errorHandler(status, this::answer));
        router.route().order(BEFORE_EVERYTHING).failureHandler(this::fail);
    }

    /** What fails for the caller's identity is left to those who know how to ask for it. */
    private void fail(RoutingContext request) {
        if (request.failure() instanceof SecurityException) {
            request.next();
            return;
        }
        switch (request.failure()) {
            case null -> answer(request);
            case RejectedExecutionException stopping -> answer(request, Failure.of(503));
            case IOException hungUp -> answer(request);
            default -> {
                if (request.statusCode() >= 500 || request.statusCode() < 400) {
                    LOG.error("request failed", request.failure());
                }
                answer(request);
            }
        }
    }

    /** Answers a request that is not worth reading further. */
    void answer(RoutingContext request) {
        answer(request, request.statusCode() < 400 ? Failure.of(500) : Failure.of(request.statusCode()));
    }

    void answer(RoutingContext request, Failure failure) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        Problem problem = Problem.of(failure, String.valueOf(request.request().path()), TraceId.current());
        request.response().setStatusCode(failure.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        failure.headers().forEach(request.response()::putHeader);
        request.response().end(written(problem));
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
