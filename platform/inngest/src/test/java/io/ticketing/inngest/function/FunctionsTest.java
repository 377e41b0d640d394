package io.ticketing.inngest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.ticketing.inngest.FailureContext;
import io.ticketing.inngest.FailureHandler;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    @Test
    void eachIsServedUnderTheNameOfTheApplication() {
        Functions functions = new Functions("app", Stream.of(new Plain("weigh"), new Careful("search")));

        assertThat(functions.all())
                .extracting(ServedFunction::id)
                .containsExactly("app-weigh", "app-search", "app-search-failure");
        assertThat(functions.find("app-weigh")).isPresent();
        assertThat(functions.find("weigh")).isEmpty();
    }

    @Test
    void twoOfOneIdAreRefused() {
        Stream<InngestFunction> twins = Stream.of(new Plain("weigh"), new Plain("search"), new Plain("weigh"));

        assertThatThrownBy(() -> new Functions("app", twins))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Two Inngest functions have the id app-weigh");
    }

    @Test
    void theIdOfAnothersFailureHandlerIsTaken() {
        Stream<InngestFunction> clash = Stream.of(new Careful("search"), new Plain("search-failure"));

        assertThatThrownBy(() -> new Functions("app", clash))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Two Inngest functions have the id app-search-failure");
    }

    private static class Plain implements InngestFunction {

        private final String id;

        Plain(String id) {
            this.id = id;
        }

        @Override
        public FunctionConfig config() {
            return FunctionConfig.function(id).onEvent("parcel/sent").build();
        }

        @Override
        public @Nullable Object run(FunctionContext context) {
            return null;
        }
    }

    private static final class Careful extends Plain implements FailureHandler {

        Careful(String id) {
            super(id);
        }

        @Override
        public void onFailure(FailureContext context) {
            // Nothing of it is run here.
        }
    }
}
