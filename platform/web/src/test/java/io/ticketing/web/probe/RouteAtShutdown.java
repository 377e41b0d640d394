package io.ticketing.web.probe;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.RejectedExecutionException;

/** A route whose work nobody takes any more. */
@ApplicationScoped
class RouteAtShutdown {

    void install(@Observes Router router) {
        router.route("/probe/shutdown").handler(request -> request.fail(new RejectedExecutionException("swordfish")));
    }
}
