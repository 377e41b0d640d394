package io.ticketing.notification.account;

import com.mongodb.MongoException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.RetryAfterException;
import io.ticketing.notification.delivery.DeliveryQueue;
import io.ticketing.standing.KnownUsers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The Inngest function of a sign-up: lets the welcome mail go. The event brings ids alone; who gets the mail, and what it says, came with the
 * fact through Kafka, which may be later than the event.
 */
@ApplicationScoped
class OnSigningUp implements InngestFunction {

    /** The most that Inngest allows: a fact may take as long as Kafka is away, and beyond that the mail goes by itself. */
    private static final int RETRIES = 19;

    private static final int MAX_DOUBLINGS = 6;

    private final DeliveryQueue queue;
    private final KnownUsers users;

    OnSigningUp(DeliveryQueue queue, KnownUsers users) {
        this.queue = queue;
        this.users = users;
    }

    /** @param userId who signed up */
    @RegisterForReflection
    record SignUp(String userId) {}

    @Override
    public FunctionConfig config() {
        return FunctionConfig.function("on-signing-up")
                .name("onSigningUp")
                .onEvent("user/signup")
                .retries(RETRIES)
                .build();
    }

    @Override
    public @Nullable Object run(FunctionContext context) {
        String factId = context.event().id();
        if (factId == null) {
            throw new NonRetriableException("the event has no id");
        }
        String userId = context.event().data(SignUp.class).userId();
        return context.step().run("send-welcome-mail", String.class, () -> release(factId, userId, context.attempt()));
    }

    private String release(String factId, String userId, int attempt) {
        try {
            if (queue.release(factId)) {
                return "released";
            }
            if (users.isGone(userId)) {
                return "gone";
            }
        } catch (MongoException away) {
            throw new RetryAfterException("the database is away", pauseAfter(attempt));
        }
        throw new RetryAfterException("the fact of the sign-up has not come yet", pauseAfter(attempt));
    }

    /** A second, doubled each time, up to a minute or so: all together about as long as the mail is held back. */
    private static Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(1L << Math.min(attempt, MAX_DOUBLINGS));
    }
}
