package io.ticketing.triage.run;

import static io.ticketing.testing.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.Priority;
import io.ticketing.events.Role;
import io.ticketing.outbox.Outbox;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.assignment.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How urgent a person says that a ticket is, and what he says that it takes, decides, whenever he says so. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class SteeredRunTest {

    private static final Actor PERSON = Actor.person("somebody");

    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
    private final Fact newer = World.created("DNS outage", "DNS is down.", "dns");
    private final Replicas replicas;

    SteeredRunTest(Outbox outbox) {
        this.replicas = new Replicas(MongoResource.mongo().freshDatabase("steered"), outbox);
    }

    @AfterEach
    void stop() throws InterruptedException {
        replicas.stop();
    }

    /** Just before each write up to the one that says that the ticket has to wait, for nobody has the skill that was found. */
    @ParameterizedTest
    @EnumSource(names = {"START", "ANALYSE", "ASSIGN"})
    void whatIsSetWhileTheRunIsUnderWayDecides(Step at) {
        replicas.hire(moderator("grace", "java"));
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(at, () -> replicas.hears(set(5, null, "Java"))));

        awaitDone(ticket);
        RunDocument run = replicas.run(ticket);
        assertThat(run.assigneeId()).isEqualTo("grace");
        assertThat(run.skills()).containsExactly("java");
        assertThat(requireNonNull(run.analysis()).relatedSkills()).containsExactly("networking");
    }

    @Test
    void whatIsSetBetweenTheChoiceAndItsWordDecides() {
        replicas.hire(moderator("ada", "networking"));
        replicas.hire(moderator("grace", "java"));
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(Step.ASSIGN, () -> replicas.hears(set(5, null, "Java"))));

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
        assertThat(replicas.desks().holder(ticket.subject())).hasValue("grace");
        assertThat(replicas.desks().loads().get("ada").openTickets()).isZero();
    }

    @Test
    void anAdminWhoWasChosenForWantOfOthersNeedNotKeepIt() {
        replicas.hire(new StaffMember("root", Role.ADMIN, true, true, null, 5, List.of()));
        replicas.hire(moderator("grace", "java"));
        replicas.begin(ticket);

        replicas.start(replicas.meddledRuns(Step.ASSIGN, () -> replicas.hears(set(5, null, "Java"))));

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
        assertThat(replicas.run(ticket).explanation()).startsWith("Fits best: java");
    }

    @Test
    void aTicketThatWaitsGoesToWhoeverFitsNow() {
        replicas.hire(moderator("grace", "java"));
        replicas.queue(ticket, "networking");
        replicas.start(replicas.runs());

        replicas.hears(set(5, null, "java"));

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void aTicketThatWaitsIsServedAsUrgentlyAsAPersonSays() {
        replicas.queue(ticket, "networking", Priority.MEDIUM);
        replicas.queue(newer, "networking", Priority.MEDIUM);
        replicas.start(replicas.runs());

        replicas.hears(World.set(newer, 5, Priority.HIGH, null, PERSON));
        eventually(() -> {
            assertThat(replicas.run(newer).rank()).isEqualTo(3);
            assertThat(replicas.run(newer).wakeAt()).isNull();
        });
        replicas.hire(new StaffMember("ada", Role.MODERATOR, true, true, null, 1, List.of("networking")));

        awaitDone(newer);
        assertThat(replicas.run(ticket).state()).isEqualTo(RunState.QUEUED);
        assertThat(requireNonNull(replicas.run(newer).analysis()).priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    void whatIsSetWhileTheWorkerDiesThatFindsThatItHasToWaitDecidesLater() {
        MortalRuns mortal = replicas.mortalRuns(Step.ASSIGN, true);
        replicas.hire(moderator("grace", "java"));
        replicas.begin(ticket);
        replicas.start(mortal);
        eventually(() -> assertThat(mortal.isDead()).isTrue());
        replicas.isSet(ticket.subject(), "java");
        replicas.start(replicas.runs());

        replicas.outdatedWaits().find();

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void itDecidesAsWellWhenTheTicketSaysSomethingElse() {
        Fact reworded = World.reworded(ticket, 7, "It is still the VPN", "The VPN is down.", "vpn");
        replicas.hire(moderator("grace", "java"));
        replicas.hire(moderator("ada", "networking"));
        replicas.hears(set(5, Priority.LOW, "java"));

        replicas.beginAnew(reworded);
        replicas.start(replicas.runs());

        awaitDone(reworded);
        assertThat(replicas.run(reworded).assigneeId()).isEqualTo("grace");
        assertThat(replicas.run(reworded).rank()).isEqualTo(1);
    }

    @Test
    void whatWasSetBeforeDoesNotUndoItWhenItComesLate() {
        replicas.hire(moderator("grace", "java"));
        replicas.hire(moderator("ada", "networking"));
        replicas.hears(set(7, null, "java"));
        replicas.hears(set(5, null, "networking"));

        replicas.begin(ticket);
        replicas.start(replicas.runs());

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("grace");
    }

    @Test
    void whatAMachineSetsSteersNothing() {
        replicas.hire(moderator("grace", "java"));
        replicas.hire(moderator("ada", "networking"));
        replicas.hears(World.set(ticket, 5, Priority.LOW, List.of("java"), Actor.ai()));

        replicas.begin(ticket);
        replicas.start(replicas.runs());

        awaitDone(ticket);
        assertThat(replicas.run(ticket).assigneeId()).isEqualTo("ada");
        assertThat(replicas.run(ticket).rank()).isEqualTo(3);
    }

    private Fact set(long version, @Nullable Priority priority, String skill) {
        return World.set(ticket, version, priority, List.of(skill), PERSON);
    }

    private void awaitDone(Fact fact) {
        eventually(() -> assertThat(replicas.run(fact).state()).isEqualTo(RunState.DONE));
    }

    private static StaffMember moderator(String id, String skill) {
        return new StaffMember(id, Role.MODERATOR, true, true, null, 5, List.of(skill));
    }
}
