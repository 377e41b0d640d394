package io.ticketing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Turns every exception that leaves a resource into a problem. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** Asked for the path, since UriInfo fails where an address holds a character that RFC 3986 does not know. */
    private final RoutingContext request;

    ProblemMappers(RoutingContext request) {
        this.request = request;
    }

    @ServerExceptionMapper
    Response known(ProblemException exception) {
        return answer(exception.failure());
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException exception) {
        return answer(Failure.invalid(Violations.errors(exception)));
    }

    /** The second type is named because Quarkus brings a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException exception) {
        return answer(Failure.invalid(UnreadableJson.error(exception)));
    }

    /** JSON that looks like UTF-16 or UTF-32, and is not even that. */
    @ServerExceptionMapper({CharConversionException.class, CharacterCodingException.class})
    Response undecodable(IOException exception) {
        return answer(Failure.invalid("body", UnreadableJson.MALFORMED));
    }

    /** The database is away, between two primaries or too slow; its words name addresses, so only the kind of failure is logged. */
    @ServerExceptionMapper({
        MongoTimeoutException.class,
        MongoSocketException.class,
        MongoNotPrimaryException.class,
        MongoNodeIsRecoveringException.class,
        MongoConnectionPoolClearedException.class,
        MongoServerUnavailableException.class,
        MongoExecutionTimeoutException.class
    })
    Response databaseAway(MongoException exception) {
        LOG.warnf("the database is away: %s", exception.getClass().getSimpleName());
        return answer(Failure.of(503));
    }

    /** Two transactions met, again and again; that is nobody's fault, and passes. */
    @ServerExceptionMapper
    Response contested(MongoCommandException exception) {
        return exception.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                ? databaseAway(exception)
                : unexpected(exception);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception) {
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        if (status >= 500) {
            LOG.error("request failed", exception);
        }
        return answer(Failure.of(status));
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException exception) {
        return answer(Failure.unauthorized());
    }

    /** Without the keys nobody's token can be judged: that is our trouble, not the caller's, so it is not a 401. */
    @ServerExceptionMapper
    Response unauthorized(AuthenticationFailedException exception) {
        boolean keysAway = Stream.<Throwable>iterate(exception, Objects::nonNull, Throwable::getCause)
                .anyMatch(IOException.class::isInstance);
        return answer(keysAway ? Failure.of(503) : Failure.unauthorized());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception) {
        return answer(Failure.of(403));
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception) {
        LOG.error("request failed", exception);
        return answer(Failure.of(500));
    }

    private Response answer(Failure failure) {
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(Problem.of(failure, request.request().path(), TraceId.current()));
        failure.headers().forEach(answer::header);
        if (failure.status() == HttpResponseStatus.METHOD_NOT_ALLOWED.code()) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", AllowedMethods.at(CurrentRequestManager.get())));
        }
        return answer.build();
    }
}
