package io.ticketing.triage.analysis.gemini;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON that the model is asked for, not yet checked. */
@RegisterForReflection
record ModelAnswer(
        @JsonProperty(required = true) @Nullable String summary,
        @JsonProperty(required = true) @Nullable String priority,
        @JsonProperty(required = true) @Nullable String helpfulNotes,
        @JsonProperty(required = true) @Nullable List<@Nullable String> relatedSkills,
        @Nullable Double confidence) {}
