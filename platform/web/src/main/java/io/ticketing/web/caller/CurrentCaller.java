package io.ticketing.web.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;

/** The caller of the current request. */
@RequestScoped
public class CurrentCaller {

    static final String ATTRIBUTE = "caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * Who calls.
     *
     * @throws ProblemException 401 when nobody is signed in
     */
    public Caller get() {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        if (caller == null) {
            throw new ProblemException(Failure.unauthorized());
        }
        return caller;
    }
}
