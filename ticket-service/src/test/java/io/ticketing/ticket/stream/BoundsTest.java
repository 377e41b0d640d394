package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.feed.FeedEntryDocument;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class BoundsTest {

    @Inject
    Feed feed;

    @Inject
    Subscriptions subscriptions;

    @Inject
    StreamConfig config;

    @Test
    void whoDoesNotReadIsCutOff() throws IOException {
        Person student = Person.student();
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress("127.0.0.1", Listener.address().getPort()));
            String request =
                    "GET " + Api.STREAM + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + student.bearer() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            eventually(() -> assertThat(subscriptions.countOf(student.id())).isOne());

            feed.mongoCollection().insertMany(moreThanTheNetworkHolds(student));

            eventually(() -> assertThat(subscriptions.countOf(student.id())).isZero());
            assertThat(isCut(socket)).isTrue();
        }
    }

    @Test
    void whoIsGoneIsForgotten() {
        Person student = Person.student();
        try (Listener listener = Listener.of(student)) {
            assertThat(listener.status()).isEqualTo(200);
            assertThat(subscriptions.countOf(student.id())).isOne();
        }

        eventually(() -> assertThat(subscriptions.countOf(student.id())).isZero());
    }

    @Test
    void aUserHasSoManyStreamsAndNoMore() {
        Person student = Person.student();
        List<Listener> listeners = new ArrayList<>();
        try {
            IntStream.range(0, config.perUser()).forEach(number -> listeners.add(Listener.of(student)));
            assertThat(listeners).extracting(Listener::status).containsOnly(200);

            Answer refused = Api.get(Api.STREAM, student);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("Retry-After").orElse("")).matches("[1-9]\\d*");
            assertThat(refused.header("Content-Type")).hasValue("application/problem+json");
            listeners.getFirst().close();
            eventually(() -> {
                try (Listener next = Listener.of(student)) {
                    assertThat(next.status()).isEqualTo(200);
                }
            });
        } finally {
            listeners.forEach(Listener::close);
        }
    }

    /** Far more in one event than any event of ours is, so that few fill what lies between the two sides. */
    private static List<FeedEntryDocument> moreThanTheNetworkHolds(Person requester) {
        String type = "ticket/" + "x".repeat(30_000);
        return IntStream.range(0, 600)
                .mapToObj(number -> new FeedEntryDocument(
                        UUID.randomUUID().toString(),
                        new ObjectId().toHexString(),
                        requester.id(),
                        type,
                        1,
                        Instant.now(),
                        false))
                .toList();
    }

    /** Whether, behind what lies in the network still, there is an end. */
    private static boolean isCut(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {

            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
