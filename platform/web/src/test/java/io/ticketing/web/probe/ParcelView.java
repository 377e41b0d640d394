package io.ticketing.web.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An answer with a member of every kind. */
@Schema(name = "Parcel")
public record ParcelView(
        @JsonProperty("_id") String id,
        @Schema(description = "Null when nobody minds") ParcelRequest.@Nullable Speed speed,
        @Nullable String notes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String code,
        @JsonUnwrapped @Nullable Carrier carrier) {

    /** Who brings it. */
    public record Carrier(String carrierName, @Nullable Instant pausesUntil) {}
}
