package io.ticketing.deadletters;

import io.ticketing.events.PoisonRecordException;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
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
    private final TopicReaders readers;
    private final Clock clock;

    ReplayingDeadLetters(DeadLetters letters, TopicReaders readers, Clock clock) {
        this.letters = letters;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * Tries it once more.
     *
     * @return the letter afterwards; it has a {@code replayedAt} when it was handled, and the reason when it was not
     * @throws ProblemException 404 when there is none, 409 when nobody here reads its topic any more, 503 when that took too long: then it is as
     *     it was
     */
    DeadLetterDocument replay(String id) {
        DeadLetterDocument letter = letters.find(id).orElseThrow(ReplayingDeadLetters::none);
        if (!readers.areThereFor(letter.topic())) {
            throw new ProblemException(Failure.of(409, "Nobody here reads the topic that it was found on."));
        }
        Optional<String> failure = failure(letter);
        if (failure.isPresent()) {
            return letters.diedAgain(id, failure.get()).orElseThrow(ReplayingDeadLetters::none);
        }
        Instant now = clock.instant();
        return letters.handled(id, now).orElseGet(() -> letter.handledAndGone(now));
    }

    /** Why it could not be handled; empty when it was. */
    private Optional<String> failure(DeadLetterDocument letter) {
        try {
            readers.read(DeadRecord.restore(letter));
            return Optional.empty();
        } catch (PoisonRecordException still) {
            return Optional.of(still.getMessage());
        } catch (TimeoutException late) {
            LOG.warnf("dead letter %s could not be handled in time", letter.id());
            throw new ProblemException(Failure.of(503, "What is needed to handle it is away; it stays a dead letter."));
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
