package io.ticketing.inngest.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.virtual.threads.VirtualThreads;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.Sdk;
import io.ticketing.inngest.function.Functions;
import io.ticketing.inngest.function.ServedFunction;
import io.ticketing.inngest.register.Registrar;
import io.ticketing.inngest.run.Answer;
import io.ticketing.inngest.run.Runs;
import io.ticketing.inngest.settings.InngestSettings;
import io.ticketing.inngest.settings.Mode;
import io.ticketing.inngest.signature.Signature;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * The route that the server calls. It stands before everything else, the application's own limits and filters included: the server is no
 * user of the application, and its calls may be larger. It does not exist while Inngest is off or there is no function.
 */
@ApplicationScoped
class InngestRoute {

    private static final Logger LOG = Logger.getLogger(InngestRoute.class);
    private static final int BEFORE_EVERYTHING = -100_000;

    private final InngestSettings settings;
    private final Functions functions;
    private final Runs runs;
    private final Registrar registrar;
    private final boolean serves;
    private final ExecutorService threads;

    InngestRoute(
            InngestSettings settings,
            Functions functions,
            Runs runs,
            Registrar registrar,
            Instance<InngestFunction> declared,
            @VirtualThreads ExecutorService threads) {
        this.settings = settings;
        this.functions = functions;
        this.runs = runs;
        this.registrar = registrar;
        this.serves = settings.enabled() && !declared.isUnsatisfied();
        this.threads = threads;
    }

    void install(@Observes Router router) {
        if (!serves) {
            return;
        }
        settings.servedAt();
        router.route(settings.servePath())
                .order(BEFORE_EVERYTHING)
                .handler(BodyHandler.create(false).setBodyLimit(settings.bodyLimit()))
                .handler(this::serve)
                .failureHandler(this::refuse);
    }

    private void serve(RoutingContext request) {
        byte[] body = Optional.ofNullable(request.body().buffer())
                .map(Buffer::getBytes)
                .orElse(new byte[0]);
        HttpMethod method = request.request().method();
        if (method.equals(HttpMethod.GET)) {
            answer(request, 200, introspection(request, body));
        } else if (!method.equals(HttpMethod.POST) && !method.equals(HttpMethod.PUT)) {
            request.response().putHeader("Allow", "GET, POST, PUT");
            answer(request, 405, error("GET, POST and PUT only"));
        } else if (settings.mode() == Mode.CLOUD && !isSigned(request, body)) {
            LOG.warnf("an Inngest call without a valid signature was refused");
            answer(request, 401, error("The signature is missing, wrong or too old"));
        } else {
            threads.execute(() -> act(request, method, body));
        }
    }

    private void act(RoutingContext request, HttpMethod method, byte[] body) {
        try {
            if (method.equals(HttpMethod.PUT)) {
                register(request);
            } else {
                call(request, body);
            }
        } catch (RuntimeException | Error broken) {
            LOG.error("an Inngest call failed", broken);
            answer(request, 500, error("The call failed"));
        }
    }

    private void call(RoutingContext request, byte[] body) {
        String id = String.valueOf(request.queryParams().get("fnId"));
        Optional<ServedFunction> function = functions.find(id);
        if (function.isEmpty()) {
            LOG.warn("an Inngest call names a function that is not served here");
            request.response().putHeader(Answer.NO_RETRY, "false");
            answer(request, 500, error("There is no such function here, perhaps not yet"));
            return;
        }
        Answer answer = runs.call(function.get(), body);
        answer.headers().forEach(request.response()::putHeader);
        answer(request, answer.status(), answer.body());
    }

    private void register(RoutingContext request) {
        try {
            boolean modified = registrar.register(request.queryParams().get("deployId"));
            answer(
                    request,
                    200,
                    InngestJson.object()
                            .put("message", "Successfully registered")
                            .put("modified", modified));
        } catch (ApiFailedException refused) {
            LOG.warnf("Inngest functions could not be registered: %s", refused.getMessage());
            answer(request, 500, error(refused.getMessage()));
        }
    }

    private JsonNode introspection(RoutingContext request, byte[] body) {
        int count = functions.all().size();
        boolean tried = request.request().getHeader(Signature.HEADER) != null;
        return !settings.keys().isEmpty() && isSigned(request, body)
                ? Introspection.signed(settings, count)
                : Introspection.unsigned(settings, count, tried);
    }

    private boolean isSigned(RoutingContext request, byte[] body) {
        String header = request.request().getHeader(Signature.HEADER);
        return Signature.isValid(header, body, settings.keys(), Instant.now());
    }

    /** What is too large, or is no request that could be read. */
    private void refuse(RoutingContext request) {
        int status = request.statusCode() < 400 ? 500 : request.statusCode();
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader("Connection", "close");
        }
        answer(
                request,
                status,
                error(status == 413 ? "The call is larger than " + settings.bodyLimit() + " bytes" : ""));
    }

    private static ObjectNode error(String message) {
        return InngestJson.object().put("message", message);
    }

    private static void answer(RoutingContext request, int status, JsonNode body) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Map.of(
                        Sdk.HEADER,
                        Sdk.VERSION,
                        Sdk.REQUEST_VERSION_HEADER,
                        Sdk.REQUEST_VERSION,
                        "Content-Type",
                        "application/json")
                .forEach(response::putHeader);
        response.setStatusCode(status).end(Buffer.buffer(InngestJson.bytes(body)));
    }
}
