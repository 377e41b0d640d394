package io.ticketing.web.problem;

import io.opentelemetry.api.trace.Span;

/** The id under which this request stands in the logs and traces. */
final class TraceId {

    private TraceId() {}

    static String current() {
        return Span.current().getSpanContext().getTraceId();
    }
}
