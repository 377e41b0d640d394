package io.ticketing.web.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ticketing.web.input.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with a field of every kind. */
public record ParcelRequest(
        @NotNull @Text(max = 20) String name,
        @Nullable @Text(max = 100, multiline = true) String notes,
        @Nullable Speed speed,
        @Max(10) int weight,
        @Nullable Boolean fragile,
        @Nullable @Size(max = 2) List<@NotNull @Text(max = 5) String> labels,
        @Nullable @Valid Address address,
        @Nullable @Max(10) Integer pieces) {

    /** How fast. */
    public enum Speed {
        @JsonProperty("slow")
        SLOW,
        @JsonProperty("very-fast")
        VERY_FAST
    }

    /** Where to. */
    public record Address(@NotNull @Text(max = 10) String street) {}
}
