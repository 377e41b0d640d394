package io.ticketing.web.probe;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.ClientAddress;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.bson.BsonDocument;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/probe")
@RunOnVirtualThread
public class ProbeResource {

    /** What is thrown; neither its name nor its words may be told. */
    public static final class SecretFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SecretFailure() {
            super("the password is swordfish");
        }
    }

    private final CurrentCaller caller;
    private final ClientAddress address;

    ProbeResource(CurrentCaller caller, ClientAddress address) {
        this.caller = caller;
        this.address = address;
    }

    @POST
    @Path("parcels")
    @APIResponse(
            responseCode = "200",
            description = "It is on its way",
            headers = @Header(name = "Location", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "503", description = "Nobody carries parcels at night")
    @APIResponse(responseCode = "409", description = "It was sent before")
    public Envelope<String> send(@NotNull @Valid ParcelRequest parcel) {
        return Envelope.ok("sent", parcel.name());
    }

    @GET
    @Path("parcels")
    public Envelope<Integer> list(@QueryParam("limit") @Max(100) @Nullable Integer limit) {
        return Envelope.ok("listed", limit);
    }

    @GET
    @Path("parcels/first")
    public Envelope<ParcelView> first(
            @QueryParam("owner") @Nullable String owner,
            @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = 5)) @QueryParam("words") @Nullable
                    String words) {
        return Envelope.ok("first", new ParcelView("1", null, null, null, null));
    }

    @DELETE
    @Path("parcels/first")
    public Envelope<Void> discard() {
        return Envelope.ok("discarded", null);
    }

    @GET
    @Path("time/{epochMillis}")
    public Envelope<Instant> time(@PathParam("epochMillis") long epochMillis) {
        return Envelope.ok("time", Instant.ofEpochMilli(epochMillis));
    }

    @GET
    @Path("changing")
    public Envelope<Boolean> change() {
        return Envelope.ok("changed", true);
    }

    @HEAD
    @Path("changing")
    public void lookAtChanging() {
        throw new ProblemException(Failure.of(405));
    }

    @GET
    @Path("endless")
    public Envelope<Boolean> readEndless() {
        return Envelope.ok("endless", true);
    }

    @HEAD
    @Path("endless")
    public Response lookAtEndless() {
        return Response.ok().build();
    }

    @GET
    @Path("failure")
    public String fail() {
        throw new SecretFailure();
    }

    @GET
    @Path("database/{failure}")
    public String askTheDatabase(@PathParam("failure") String failure) {
        throw switch (failure) {
            case "away" -> new MongoTimeoutException("no server at swordfish:27017");
            case "slow" -> new MongoExecutionTimeoutException(50, "swordfish:27017 has exceeded its time limit");
            case "contested" -> refused(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
            default -> refused("SwordfishError");
        };
    }

    /** What the server says to a command that it did not carry out. */
    private static MongoCommandException refused(String label) {
        BsonDocument answer =
                BsonDocument.parse("{ok: 0, code: 112, errmsg: 'swordfish', errorLabels: ['" + label + "']}");
        return new MongoCommandException(answer, new ServerAddress("swordfish"));
    }

    @GET
    @Path("status/{status}")
    public String fail(@PathParam("status") int status) {
        throw new WebApplicationException(status);
    }

    @GET
    @Path("sampled")
    public Envelope<Boolean> isSampled() {
        return Envelope.ok("sampled", Span.current().getSpanContext().isSampled());
    }

    @GET
    @Path("me")
    @Authenticated
    public Envelope<Caller> me() {
        return Envelope.ok("me", caller.get());
    }

    @POST
    @Path("act")
    @Authenticated
    public Envelope<Boolean> act() {
        caller.get();
        return Envelope.ok("by session", caller.isBySession());
    }

    @GET
    @Path("address")
    public Envelope<String> address() {
        return Envelope.ok("address", address.current().orElse(null));
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public Envelope<Caller> admin() {
        return Envelope.ok("admin", caller.get());
    }

    @GET
    @Path("onboarded")
    @Authenticated
    @Onboarded
    public Envelope<Caller> onboarded() {
        return Envelope.ok("onboarded", caller.get());
    }
}
