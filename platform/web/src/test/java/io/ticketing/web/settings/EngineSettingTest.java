package io.ticketing.web.settings;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingTest {

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "inngest"})
    void anEngineThatThereIsIsAccepted(String engine) {
        assertThatNoException().isThrownBy(() -> new EngineSetting(engine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "Inngest", "both"})
    void anotherIsRefusedByTheNameOfTheVariable(String engine) {
        assertThatThrownBy(() -> new EngineSetting(engine))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("TRIAGE_ENGINE must be kafka or inngest");
    }
}
