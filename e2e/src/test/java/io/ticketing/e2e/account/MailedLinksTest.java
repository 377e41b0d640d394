package io.ticketing.e2e.account;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.input.Problems;
import io.ticketing.e2e.mail.Subject;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people get by mail about their account, and what the links in it open. */
@PlayedIn(World.IDENTITY)
class MailedLinksTest {
    private final Scene scene;

    MailedLinksTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void theLinkInTheWelcomeMailProvesTheAddressOnce() {
        // Given
        Person newcomer = scene.casting().newcomer();
        String token = scene.inbox().token(newcomer, Subject.WELCOME);

        // When
        Answer first = proves(token);
        Answer second = proves(token);

        // Then
        first.expect(200);
        Problems.assertProblem(second, 400);
    }

    @Test
    void whoeverHasForgottenThePasswordSetsANewOneOnce() {
        // Given
        Person forgetful = scene.casting().student();
        String token = forgets(forgetful);
        String password = newPassword();

        // When
        Answer first = resets(token, password);
        Answer second = resets(token, newPassword());

        // Then
        first.expect(200);
        Problems.assertProblem(second, 400);
        Problems.assertProblem(forgetful.asksWhoTheyAre(), 401);
        Problems.assertProblem(forgetful.triesToLogIn(forgetful.password()), 401);
        forgetful.triesToLogIn(password).expect(200);
    }

    @Test
    void aLinkOpensNothingButWhatItIsFor() {
        // Given
        Person person = scene.casting().newcomer();
        String proof = scene.inbox().token(person, Subject.WELCOME);
        String reset = forgets(person);

        // When
        Answer provenByReset = proves(reset);
        Answer resetByProof = resets(proof, newPassword());

        // Then
        Problems.assertProblem(provenByReset, 400);
        Problems.assertProblem(resetByProof, 400);
        proves(proof).expect(200);
        resets(reset, newPassword()).expect(200);
    }

    @Test
    void aRefusedPasswordTakesNoLink() {
        // Given
        Person forgetful = scene.casting().newcomer();
        String token = forgets(forgetful);

        // When
        Answer refused = resets(token, "password");

        // Then
        Problems.assertNames(refused, "password");
        resets(token, newPassword()).expect(200);
    }

    @Test
    void whoeverAskedForARoleIsToldThatAnAdminHasApprovedIt() {
        // Given
        Person candidate = scene.casting().candidate(Role.MODERATOR);

        // When
        scene.casting().firstAdmin().approves(candidate);

        // Then
        eventually(() -> assertThat(scene.inbox().to(candidate))
                .filteredOn(mail -> mail.subject().contains(Subject.ROLE))
                .singleElement()
                .satisfies(mail -> assertThat(scene.inbox().plain(mail)).contains("moderator")));
        assertThat(candidate
                        .asksWhoTheyAre()
                        .expect(200)
                        .json()
                        .path("user")
                        .path("role")
                        .asText())
                .isEqualTo("moderator");
    }

    private String forgets(Person person) {
        scene.api()
                .post("/auth/forgot-password", Map.of("email", person.email()), null)
                .expect(202);
        return scene.inbox().token(person, Subject.RESET);
    }

    private Answer proves(String token) {
        return scene.api().post("/auth/verify-email", Map.of("token", token), null);
    }

    private Answer resets(String token, String password) {
        return scene.api().post("/auth/reset-password", Map.of("token", token, "password", password), null);
    }

    private String newPassword() {
        return scene.secrets().keep("Pass-" + Casting.unique() + "?");
    }
}
