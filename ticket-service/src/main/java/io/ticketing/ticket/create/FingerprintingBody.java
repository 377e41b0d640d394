package io.ticketing.ticket.create;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.ticketing.ticket.Sha256;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the fingerprint of a body on its way in: of all that was sent, also of what nobody reads. */
@Provider
@Fingerprinted
public class FingerprintingBody implements ReaderInterceptor {

    private final SentBody sent;
    private final ObjectMapper json;
    private final ObjectWriter canonical;

    FingerprintingBody(SentBody sent, ObjectMapper json) {
        this.sent = sent;
        this.json = json;
        this.canonical =
                json.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED).with(JsonWriteFeature.ESCAPE_NON_ASCII);
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
        if (!request.getHeaders().containsKey(IdempotencyKey.HEADER)) {
            return request.proceed();
        }
        byte[] body = request.getInputStream().readAllBytes();
        request.setInputStream(new ByteArrayInputStream(body));
        Object read = request.proceed();
        sent.setFingerprint(Sha256.hex(canonical.writeValueAsBytes(json.readTree(body))));
        return read;
    }
}
