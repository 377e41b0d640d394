package io.ticketing.triage.analysis.gemini;

import java.util.List;
import java.util.stream.Stream;

/** Which models may be asked. */
final class ModelNames {

    private ModelNames() {}

    /** In the order in which they are asked. */
    static List<String> of(GeminiConfig config) {
        return Stream.concat(Stream.of(config.model()), config.fallbackModel().stream())
                .distinct()
                .toList();
    }
}
