package io.ticketing.triage.analysis.gemini;

import io.vertx.core.http.HttpClientRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The connection that one call goes over. The client keeps a connection busy as long as an answer may come, though nobody waits for it any more;
 * so whoever gives a call up cuts it, or those would take the places in the pool of those who call now.
 */
final class CallConnection {

    private static final ScopedValue<CallConnection> CURRENT = ScopedValue.newInstance();

    private volatile @Nullable RestClientRequestContext request;

    /** Makes the call in this thread. */
    <T> T over(Supplier<T> call) {
        return ScopedValue.where(CURRENT, this).call(call::get);
    }

    /** Ends it, wherever it is. */
    void cut() {
        RestClientRequestContext begun = request;
        if (begun != null) {
            begun.setUserCanceled();
            HttpClientRequest sent = begun.getHttpClientRequest();
            if (sent != null) {
                sent.reset();
            }
        }
    }

    /** Tells each call its connection. */
    static final class Filter implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext context) {
            if (CURRENT.isBound() && context instanceof ResteasyReactiveClientRequestContext reactive) {
                CURRENT.get().request = reactive.unwrap(RestClientRequestContext.class);
            }
        }
    }
}
