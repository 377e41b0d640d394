package io.ticketing.inngest.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.InngestJson;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.StepFailedException;
import io.ticketing.inngest.function.ServedFunction;
import org.jboss.logging.Logger;

/** Runs a function from its beginning to the first step that is not remembered, or to its end. */
final class Execution {

    private static final Logger LOG = Logger.getLogger(Execution.class);

    private Execution() {}

    /** A step that has ended the call is what is answered, whatever the function did with the throwable that told it so. */
    static Answer of(ServedFunction function, Call call, InngestClient client) {
        RememberedSteps steps = new RememberedSteps(call, client);
        FunctionContext context = new FunctionContext(
                call.events().getFirst(), call.events(), steps, call.runId(), call.attempt(), call.maxAttempts());
        try {
            JsonNode result = Output.checked(
                    "The result", InngestJson.tree(function.work().in(context)));
            return steps.end().orElseGet(() -> Answer.done(result));
        } catch (Throwable thrown) {
            if (thrown instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return steps.end().orElseGet(() -> failed(function, call, thrown));
        }
    }

    private static Answer failed(ServedFunction function, Call call, Throwable failure) {
        LOG.warnf(
                "%s failed in run %s, attempt %d: %s",
                function.id(), call.runId(), call.attempt(), failure.getClass().getName());
        LOG.debug("it failed so", failure);
        return Answer.failed(
                failure, failure instanceof NonRetriableException || failure instanceof StepFailedException);
    }
}
