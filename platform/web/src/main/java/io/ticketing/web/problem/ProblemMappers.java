package io.ticketing.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a problem. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response known(ProblemException exception, UriInfo uri) {
        return answer(exception.failure(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException exception, UriInfo uri) {
        return answer(Failure.invalid(Violations.errors(exception)), uri);
    }

    /** The second type is named because Quarkus brings a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable(JsonProcessingException exception, UriInfo uri) {
        return answer(Failure.invalid(UnreadableJson.error(exception)), uri);
    }

    /** JSON that looks like UTF-16 or UTF-32, and is not even that. */
    @ServerExceptionMapper({CharConversionException.class, CharacterCodingException.class})
    Response undecodable(IOException exception, UriInfo uri) {
        return answer(Failure.invalid("body", UnreadableJson.MALFORMED), uri);
    }

    /** The database is away or between two primaries; its words name addresses, so only the kind of failure is logged. */
    @ServerExceptionMapper({
        MongoTimeoutException.class,
        MongoSocketException.class,
        MongoNotPrimaryException.class,
        MongoNodeIsRecoveringException.class,
        MongoConnectionPoolClearedException.class,
        MongoServerUnavailableException.class
    })
    Response databaseAway(MongoException exception, UriInfo uri) {
        LOG.warnf("the database is away: %s", exception.getClass().getSimpleName());
        return answer(Failure.of(503), uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException exception, UriInfo uri) {
        if (exception.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, uri);
        }
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        if (status >= 500) {
            LOG.error("request failed", exception);
        }
        return answer(status == 401 ? Failure.unauthorized() : Failure.of(status), uri);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException exception, UriInfo uri) {
        return answer(Failure.unauthorized(), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, UriInfo uri) {
        return answer(Failure.of(403), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, UriInfo uri) {
        LOG.error("request failed", exception);
        return answer(Failure.of(500), uri);
    }

    private static Response answer(Failure failure, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(failure.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(Problem.of(failure, uri.getRequestUri().getRawPath(), TraceId.current()));
        failure.headers().forEach(answer::header);
        return answer.build();
    }
}
