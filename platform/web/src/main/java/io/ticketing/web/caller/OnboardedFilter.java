package io.ticketing.web.caller;

import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** The rule behind {@link Onboarded}. */
@Provider
@Onboarded
public class OnboardedFilter implements ContainerRequestFilter {

    private final CurrentCaller caller;

    OnboardedFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!caller.get().onboarded()) {
            throw new ProblemException(
                    Failure.forbidden("Complete the onboarding first.", Map.of("next", "/onboarding")));
        }
    }
}
