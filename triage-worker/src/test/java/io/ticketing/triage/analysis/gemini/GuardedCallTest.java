package io.ticketing.triage.analysis.gemini;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.analysis.TicketText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class GuardedCallTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final GeminiOutcome ANSWERED = new GeminiOutcome.Unreadable();
    private static final GeminiOutcome CUT = new GeminiOutcome.OutOfTime();
    private static final GeminiOutcome FAILED = new GeminiOutcome.Refused();
    private static final GeminiOutcome NOT_CALLED = new GeminiOutcome.CircuitOpen();
    private static final ChatRequest REQUEST = new GeminiPrompt(Tables.vocabulary(), "Skills: {skills}")
            .of("a-held-model", new TicketText("VPN", "It is down.", List.of()), List.of());

    private final HeldModel model = new HeldModel();
    private final GeminiCall call = new GeminiCall(model);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private String name = "";

    @BeforeEach
    void name(TestInfo test) {
        name = test.getDisplayName();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        call.close();
    }

    @Test
    void aCallThatFindsNoPlaceWaitsForOne() throws Exception {
        GuardedCall guarded = guarded(Map.of("calls-at-once", "1"));
        Future<GeminiOutcome> first = threads.submit(() -> make(guarded, LONG));
        eventually(() -> assertThat(model.calls.get()).isEqualTo(1));
        FutureTask<GeminiOutcome> second = new FutureTask<>(() -> make(guarded, LONG));
        Thread waiting = Thread.ofVirtual().start(second);
        eventually(() -> assertThat(waiting.getState()).isEqualTo(Thread.State.TIMED_WAITING));
        assertThat(model.calls.get()).isEqualTo(1);

        GeminiOutcome impatient = make(guarded, SHORT);
        model.release.countDown();

        assertThat(impatient).isEqualTo(new GeminiOutcome.Crowded());
        assertThat(first.get()).isEqualTo(ANSWERED);
        assertThat(second.get()).isEqualTo(ANSWERED);
        assertThat(model.calls.get()).isEqualTo(2);
    }

    @Test
    void noCallIsBegunWhenNothingOfTheTimeIsLeft() throws Exception {
        GeminiOutcome outcome = make(guarded(Map.of()), Duration.ZERO);

        assertThat(outcome).isEqualTo(CUT);
        assertThat(model.calls.get()).isZero();
    }

    @Test
    void aModelThatIsSilentForAsLongAsACallMayTakeIsGivenUp() throws Exception {
        GuardedCall guarded = guarded(Map.of("call-timeout", "50ms"));

        assertThat(make(guarded, LONG)).isEqualTo(new GeminiOutcome.TimedOut());
        assertThat(make(guarded, LONG)).isEqualTo(new GeminiOutcome.TimedOut());
        assertThat(make(guarded, LONG)).isEqualTo(NOT_CALLED);
    }

    @Test
    void silenceUntilTheTicketsTimeIsOverDoesNotGiveTheModelUp() throws Exception {
        GuardedCall guarded = guarded(Map.of());

        assertThat(make(guarded, SHORT)).isEqualTo(CUT);
        assertThat(make(guarded, SHORT)).isEqualTo(CUT);
        assertThat(make(guarded, SHORT)).isEqualTo(CUT);
        assertThat(model.calls.get()).isEqualTo(3);
    }

    @Test
    void norIsItSomethingGoodThatFailuresWouldBeWeighedAgainst() throws Exception {
        GuardedCall guarded = guarded(Map.of());

        assertThat(fail(guarded)).isEqualTo(FAILED);
        assertThat(make(guarded, SHORT)).isEqualTo(CUT);
        stop(guarded);
        assertThat(fail(guarded)).isEqualTo(FAILED);

        assertThat(make(guarded, LONG)).isEqualTo(NOT_CALLED);
    }

    @Test
    void theWaitForAPlaceDoesNotGiveTheModelUp() throws Exception {
        GuardedCall guarded = guarded(Map.of("calls-at-once", "1"));
        Future<GeminiOutcome> first = threads.submit(() -> make(guarded, LONG));
        eventually(() -> assertThat(model.calls.get()).isEqualTo(1));

        assertThat(make(guarded, SHORT)).isEqualTo(new GeminiOutcome.Crowded());
        assertThat(make(guarded, SHORT)).isEqualTo(new GeminiOutcome.Crowded());
        model.release.countDown();

        assertThat(first.get()).isEqualTo(ANSWERED);
        assertThat(make(guarded, LONG)).isEqualTo(ANSWERED);
    }

    @Test
    void aStopDoesNotGiveTheModelUp() throws Exception {
        GuardedCall guarded = guarded(Map.of());

        stop(guarded);
        stop(guarded);
        model.release.countDown();

        assertThat(make(guarded, LONG)).isEqualTo(ANSWERED);
    }

    @Test
    void aTryThatIsStoppedIsNoSignThatTheModelIsBackAndTheNextOneTries() throws Exception {
        GuardedCall guarded = givenUp();
        awaitTry(guarded);

        stop(guarded);

        assertThat(fail(guarded)).isEqualTo(FAILED);
        assertThat(fail(guarded)).isEqualTo(NOT_CALLED);
    }

    @Test
    void aTryThatIsCutShortIsNoSignThatTheModelIsBackAndTheNextOneTries() throws Exception {
        GuardedCall guarded = givenUp();
        awaitTry(guarded);

        assertThat(make(guarded, SHORT)).isEqualTo(CUT);

        assertThat(fail(guarded)).isEqualTo(FAILED);
        assertThat(fail(guarded)).isEqualTo(NOT_CALLED);
    }

    @Test
    void oneCallTriesWhetherTheModelIsBackAndTheOthersDoNotWaitForIt() throws Exception {
        GuardedCall guarded = givenUp();
        int before = model.calls.get();
        awaitTry(guarded);
        Future<GeminiOutcome> trying = threads.submit(() -> make(guarded, LONG));
        eventually(() -> assertThat(model.calls.get()).isEqualTo(before + 1));

        assertThat(make(guarded, LONG)).isEqualTo(NOT_CALLED);
        model.release.countDown();

        assertThat(trying.get()).isEqualTo(ANSWERED);
        assertThat(make(guarded, LONG)).isEqualTo(ANSWERED);
    }

    private GuardedCall guarded(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("breaker.calls", "2", "breaker.ratio", "1", "breaker.delay", "1m"));
        all.putAll(settings);
        return new GuardedCall(name, call, Configured.with(all));
    }

    private GuardedCall givenUp() throws InterruptedException {
        GuardedCall guarded = guarded(Map.of("breaker.delay", "2s"));
        fail(guarded);
        fail(guarded);
        assertThat(make(guarded, LONG)).isEqualTo(NOT_CALLED);
        return guarded;
    }

    /** Without a call, which would be the try. */
    private static void awaitTry(GuardedCall guarded) {
        eventually(() -> assertThat(guarded.isGivenUp()).isFalse());
    }

    private static GeminiOutcome make(GuardedCall guarded, Duration patience) throws InterruptedException {
        return guarded.make(REQUEST, TimeLeft.of(patience, System::nanoTime), said -> ANSWERED);
    }

    private GeminiOutcome fail(GuardedCall guarded) throws InterruptedException {
        model.fails = true;
        try {
            return make(guarded, LONG);
        } finally {
            model.fails = false;
        }
    }

    private void stop(GuardedCall guarded) throws InterruptedException {
        int before = model.calls.get();
        Thread stopped = Thread.currentThread();
        threads.submit(() -> {
            eventually(() -> assertThat(model.calls.get()).isGreaterThan(before));
            stopped.interrupt();
        });
        assertThatThrownBy(() -> make(guarded, LONG)).isInstanceOf(InterruptedException.class);
    }

    /** Answers when it is released, or fails at once. */
    private static final class HeldModel implements ChatModel {

        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch release = new CountDownLatch(1);
        private volatile boolean fails;

        @Override
        public ChatResponse chat(ChatRequest request) {
            calls.incrementAndGet();
            if (fails) {
                throw new IllegalArgumentException("refused");
            }
            try {
                release.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            return ChatResponse.builder().aiMessage(AiMessage.from("chatter")).build();
        }
    }
}
