package io.ticketing.inngest.function;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.FailureContext;
import io.ticketing.inngest.FailureHandler;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.RunError;
import io.ticketing.inngest.settings.InngestSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that are served: none while Inngest is off. */
@Singleton
public class Functions {

    private static final String FAILED = "inngest/function.failed";

    private final Map<String, ServedFunction> byId = new LinkedHashMap<>();

    @Inject
    Functions(InngestSettings settings, Instance<InngestFunction> functions) {
        this(settings.appId(), settings.enabled() ? functions.stream() : Stream.empty());
    }

    /**
     * These functions of that application.
     *
     * @throws ConfigurationException when two have one id
     */
    public Functions(String appId, Stream<InngestFunction> functions) {
        functions.forEach(function -> serve(appId, function));
    }

    /** All of them, each with a URL of its own. */
    public Collection<ServedFunction> all() {
        return byId.values();
    }

    /** The one with that full id. */
    public Optional<ServedFunction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void serve(String app, InngestFunction function) {
        FunctionConfig config = function.config();
        String id = app + "-" + config.id();
        serve(new ServedFunction(id, config, function::run));
        if (function instanceof FailureHandler handler) {
            FunctionConfig failure = FunctionConfig.function(config.id() + "-failure")
                    .name(config.name() + " (failure)")
                    .onEvent(FAILED, "event.data.function_id == '" + id + "'")
                    .retries(config.retries())
                    .build();
            serve(new ServedFunction(id + "-failure", failure, context -> handle(context, handler)));
        }
    }

    private void serve(ServedFunction function) {
        if (byId.put(function.id(), function) != null) {
            throw new ConfigurationException("Two Inngest functions have the id " + function.id());
        }
    }

    private static @Nullable Object handle(FunctionContext context, FailureHandler handler) throws Exception {
        var told = context.event().data();
        handler.onFailure(new FailureContext(
                RunError.of(told.path("error")),
                Event.read(told.path("event")),
                told.path("function_id").asText(),
                told.path("run_id").asText(),
                context.step()));
        return null;
    }
}
