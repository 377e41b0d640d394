package io.ticketing.inngest.run;

import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.InngestApi;
import io.ticketing.inngest.function.ServedFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Does one call of a function: reads it, fetches what is kept at the server, and runs the function. */
@ApplicationScoped
public class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final InngestClient client;
    private final InngestApi api;

    Runs(InngestClient client, InngestApi api) {
        this.client = client;
        this.api = api;
    }

    /** Calls the function, on this thread, in a request context of its own; what fails is answered, not thrown. */
    @ActivateRequestContext
    public Answer call(ServedFunction function, byte[] body) {
        try {
            Call call = Call.read(body);
            return Execution.of(function, call.keptAtServer() ? fetch(call) : call, client);
        } catch (IOException unreadable) {
            LOG.warnf("a call of %s could not be read", function.id());
            return Answer.failed(new NonRetriableException("The call could not be read"), false);
        } catch (ApiFailedException away) {
            LOG.warnf("a call of %s has to wait: %s", function.id(), away.getMessage());
            return Answer.failed(away, false);
        }
    }

    private Call fetch(Call call) throws IOException {
        Call whole = call.with(api.batch(call.runId()), api.actions(call.runId()));
        if (whole.events().isEmpty()) {
            throw new IOException("no event");
        }
        return whole;
    }
}
