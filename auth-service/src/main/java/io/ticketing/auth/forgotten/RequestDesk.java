package io.ticketing.auth.forgotten;

import com.mongodb.MongoException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.ticketing.web.caller.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Takes requests, and has them worked off behind the caller's back, so that the answer tells nothing of whether there is such an account.
 * Whoever asks costs one write; what is not worked off at once, because too many come or the process dies, is swept up.
 */
@ApplicationScoped
class RequestDesk {

    private static final Logger LOG = Logger.getLogger(RequestDesk.class);
    private static final int AT_ONCE = 16;
    private static final int SHUTDOWN_GRACE_SECONDS = 5;

    private final ForgottenPasswords requests;
    private final MailingResetLink mailing;
    private final ClientAddress client;
    private final Clock clock;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore permits = new Semaphore(AT_ONCE);

    RequestDesk(ForgottenPasswords requests, MailingResetLink mailing, ClientAddress client, Clock clock) {
        this.requests = requests;
        this.mailing = mailing;
        this.client = client;
        this.clock = clock;
    }

    /** Stores a request; it is worked off soon, and surely. */
    void take(String email) {
        ForgottenPassword request = new ForgottenPassword(
                UUID.randomUUID().toString(),
                email,
                client.current().orElse(null),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        requests.add(request);
        if (permits.tryAcquire()) {
            workOffSoon(request);
        }
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP, identity = "forgotten-passwords-sweeper")
    void sweep() {
        try {
            Optional<ForgottenPassword> leftBehind = requests.takeOver();
            while (leftBehind.isPresent()) {
                workOff(leftBehind.get());
                leftBehind = requests.takeOver();
            }
        } catch (MongoException away) {
            LOG.warnf("forgotten passwords wait: %s", away.getClass().getSimpleName());
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        workers.shutdown();
        workers.awaitTermination(SHUTDOWN_GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private void workOffSoon(ForgottenPassword request) {
        try {
            workers.execute(() -> {
                try {
                    workOff(request);
                } finally {
                    permits.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            permits.release();
        }
    }

    private void workOff(ForgottenPassword request) {
        try {
            mailing.workOff(request);
        } catch (MongoException away) {
            LOG.warnf("a forgotten password waits: %s", away.getClass().getSimpleName());
        }
    }
}
