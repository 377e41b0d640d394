package io.ticketing.deadletters;

import io.ticketing.events.PoisonRecordException;
import io.ticketing.events.TopicHandler;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Handles a dead letter once more, right here: whoever else reads its topic has had it. It is marked afterwards, so that whoever dies in between
 * finds it waiting; handled twice it does nothing new.
 */
@ApplicationScoped
class ReplayingDeadLetters {

    private static final Logger LOG = Logger.getLogger(ReplayingDeadLetters.class);

    private static final int FRAMES = 10;

    private final DeadLetters letters;
    private final Instance<TopicHandler> handlers;
    private final Clock clock;

    ReplayingDeadLetters(DeadLetters letters, @Any Instance<TopicHandler> handlers, Clock clock) {
        this.letters = letters;
        this.handlers = handlers;
        this.clock = clock;
    }

    /**
     * Tries it once more.
     *
     * @return the letter afterwards; it has a {@code replayedAt} when it was handled, and the reason when it was not
     * @throws ProblemException 404 when there is none, 409 when nobody here reads its topic any more
     */
    DeadLetterDocument replay(String id) {
        DeadLetterDocument letter = letters.find(id).orElseThrow(ReplayingDeadLetters::none);
        List<TopicHandler> readers = handlers.stream()
                .filter(handler -> handler.topic().wireName().equals(letter.topic()))
                .toList();
        if (readers.isEmpty()) {
            throw new ProblemException(Failure.of(409, "Nobody here reads the topic that it was found on."));
        }
        return failure(readers, letter)
                .map(reason -> letters.diedAgain(id, reason))
                .orElseGet(() -> letters.handled(id, clock.instant()))
                .orElseThrow(ReplayingDeadLetters::none);
    }

    /** Why it could not be handled; empty when it was. */
    private static Optional<String> failure(List<TopicHandler> readers, DeadLetterDocument letter) {
        ConsumerRecord<String, byte[]> record = DeadRecord.restore(letter);
        try {
            readers.forEach(reader -> reader.on(record));
            return Optional.empty();
        } catch (PoisonRecordException still) {
            return Optional.of(still.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.errorf("dead letter %s failed again: %s", letter.id(), where(unforeseen));
            return Optional.of(DeadRecord.UNFORESEEN);
        }
    }

    /** Without the message, which may hold what a record holds. */
    private static String where(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n\tat " + frame)
                .collect(Collectors.joining("", failure.getClass().getName(), ""));
    }

    private static ProblemException none() {
        return new ProblemException(Failure.of(404));
    }
}
