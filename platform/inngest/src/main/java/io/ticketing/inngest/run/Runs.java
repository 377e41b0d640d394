package io.ticketing.inngest.run;

import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.StepFailedException;
import io.ticketing.inngest.api.ApiFailedException;
import io.ticketing.inngest.api.InngestApi;
import io.ticketing.inngest.function.ServedFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does one call of a function. */
@ApplicationScoped
public class Runs {

    private static final Logger LOG = Logger.getLogger(Runs.class);

    private final InngestClient client;
    private final InngestApi api;

    Runs(InngestClient client, InngestApi api) {
        this.client = client;
        this.api = api;
    }

    /** Calls the function, on this thread, in a request context of its own; never throws. */
    @ActivateRequestContext
    public Answer call(ServedFunction function, byte[] body) {
        try {
            Call call = Call.read(body);
            return call(function, call.keptAtServer() ? fetch(call) : call);
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

    private static Answer failed(ServedFunction function, Call call, Throwable failure) {
        LOG.warnf(
                "%s failed in run %s, attempt %d: %s",
                function.id(), call.runId(), call.attempt(), failure.getClass().getName());
        LOG.debug("it failed so", failure);
        return Answer.failed(
                failure, failure instanceof NonRetriableException || failure instanceof StepFailedException);
    }

    private Answer call(ServedFunction function, Call call) {
        RememberedSteps steps = new RememberedSteps(call, client);
        FunctionContext context = new FunctionContext(
                call.events().getFirst(), call.events(), steps, call.runId(), call.attempt(), call.maxAttempts());
        Answer answer;
        try {
            answer = done(function.work().in(context));
        } catch (StepDone step) {
            answer = steps.end().orElseThrow();
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            answer = steps.end().isPresent() ? steps.end().get() : failed(function, call, failure);
        }
        return steps.end().orElse(answer);
    }

    private static Answer done(@Nullable Object result) {
        return Answer.done(InngestJson.tree(result));
    }
}
