package io.ticketing.auth.user;

import com.mongodb.client.MongoClient;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.test.junit.QuarkusMock;
import io.ticketing.auth.audit.AuditLog;
import io.ticketing.outbox.Outbox;
import io.ticketing.outbox.OutboxRelay;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The users, of whom something happens once, just after somebody was looked for by Google's name in vain. */
@Vetoed
public final class UsersBetweenLooks extends Users {

    private final Runnable happening;
    private final AtomicBoolean happened = new AtomicBoolean();

    private UsersBetweenLooks(ArcContainer beans, Runnable happening) {
        super(
                beans.instance(MongoClient.class).get(),
                beans.instance(UserDocuments.class).get(),
                beans.instance(Outbox.class).get(),
                beans.instance(OutboxRelay.class).get(),
                beans.instance(AuditLog.class).get(),
                beans.instance(LastAdmin.class).get(),
                beans.listAll(KeptOfUsers.class).stream()
                        .map(InstanceHandle::get)
                        .toList(),
                beans.instance(Clock.class).get());
        this.happening = happening;
    }

    /** The users are these until the test ends. */
    public static void install(Runnable happening) {
        QuarkusMock.installMockForType(new UsersBetweenLooks(Arc.container(), happening), Users.class);
    }

    @Override
    public Optional<User> findByGoogleSub(String sub) {
        Optional<User> found = super.findByGoogleSub(sub);
        if (found.isEmpty() && happened.compareAndSet(false, true)) {
            happening.run();
        }
        return found;
    }
}
