package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.mail.Subject;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies that say more than they may: what is not the sender's to say is not heard. */
@PlayedIn(World.IDENTITY)
class OverPostingTest {
    private static final String OTHER_ID = "0123456789abcdef01234567";

    private final Scene scene;
    private final Person admin;
    private final Person student;

    OverPostingTest(Scene scene) {
        this.scene = scene;
        this.admin = scene.casting().admin();
        this.student = scene.casting().student();
    }

    @Test
    void whoeverRegistersIsAStudentWhateverElseIsSaid() {
        String name = "u" + Casting.unique();

        JsonNode user = scene.api()
                .post(
                        "/auth/register",
                        more(Map.of("username", name, "email", name + "@people.test", "password", "Pass-" + name)),
                        null)
                .expect(201)
                .json()
                .path("user");

        isAnOrdinary(user, "student");
        assertThat(user.path("onboardingCompleted").asBoolean(true)).isFalse();
    }

    @Test
    void onboardingAsksForARoleAndForNothingElse() {
        Person newcomer = scene.casting().newcomer();
        Map<String, String> answers =
                Map.of("interest", "a", "experience", "b", "source", "c", "work", "d", "role", "admin");

        JsonNode user = scene.api()
                .post(
                        "/onboarding/submit",
                        with(more(Map.of("answers", answers)), "role", "moderator"),
                        newcomer.token())
                .expect(200)
                .json()
                .path("user");

        isAnOrdinary(user, "student");
        assertThat(user.path("requestedRole").asText()).isEqualTo("moderator");
    }

    @Test
    void anAccountIsChangedByItsOwnerInWhatIsPersonalOnly() {
        scene.api()
                .post("/auth/update-account", more(Map.of("location", "Room 4")), student.token())
                .expect(200);

        JsonNode user = student.asksWhoTheyAre().expect(200).json().path("user");
        assertThat(user.path("location").asText()).isEqualTo("Room 4");
        assertThat(user.path("email").asText()).isEqualTo(student.email());
        assertThat(user.path("_id").asText()).isEqualTo(student.id());
        isAnOrdinary(user, "student");
    }

    @Test
    void anAdminSetsNoPasswordOfOthersAndNoId() {
        admin.changes(student, more(Map.of("location", "Room 5", "role", "student", "status", "active")));

        JsonNode user = student.logsIn().asksWhoTheyAre().expect(200).json().path("user");
        assertThat(user.path("location").asText()).isEqualTo("Room 5");
        assertThat(user.path("_id").asText()).isEqualTo(student.id());
    }

    @Test
    void aStatusIsNoRole() {
        scene.api()
                .patch(
                        "/auth/admin/user/" + student.id() + "/status",
                        with(more(Map.of()), "status", "active"),
                        admin.token())
                .expect(200);

        isAnOrdinary(student.asksWhoTheyAre().expect(200).json().path("user"), "student");
    }

    @Test
    void whoeverIsApprovedGetsTheRoleThatWasAskedFor() {
        Person candidate = scene.casting().candidate(Role.MODERATOR);

        scene.api()
                .post("/auth/admin/role-requests/" + candidate.id(), more(Map.of("decision", "approve")), admin.token())
                .expect(200);

        isAnOrdinary(candidate.asksWhoTheyAre().expect(200).json().path("user"), "moderator");
    }

    @Test
    void aLinkIsForWhomeverItWasMailedTo() {
        // Given
        Person forgetful = scene.casting().student();
        scene.api()
                .post("/auth/forgot-password", more(Map.of("email", forgetful.email())), null)
                .expect(202);
        String token = scene.inbox().token(forgetful, Subject.RESET);
        String password = scene.secrets().keep("Pass-" + Casting.unique() + "?");

        // When
        scene.api()
                .post(
                        "/auth/reset-password",
                        with(more(Map.of("token", token, "password", password)), "userId", student.id()),
                        null)
                .expect(200);

        // Then
        forgetful.triesToLogIn(password).expect(200);
        student.logsIn();
        isAnOrdinary(forgetful.triesToLogIn(password).expect(200).json().path("user"), "student");
    }

    @Test
    void aTicketIsItsWritersAndNew() {
        TicketText text = TicketText.aboutABicycle();
        Map<String, Object> body =
                Map.of("title", text.title(), "description", text.description(), "hashtags", text.hashtags());

        Answer answer = scene.api().post("/tickets/create-ticket", more(body), student.token());

        JsonNode ticket = answer.expect(201).data();
        assertThat(ticket.path("_id").asText()).isNotEqualTo(OTHER_ID);
        assertThat(ticket.path("status").asText()).isEqualTo("active");
        assertThat(ticket.path("createdBy").path("_id").asText()).isEqualTo(student.id());
        assertThat(ticket.path("assignedTo").isNull()).isTrue();
    }

    private static void isAnOrdinary(JsonNode user, String role) {
        assertThat(user.path("role").asText()).isEqualTo(role);
        assertThat(user.path("status").asText()).isEqualTo("active");
        assertThat(user.path("_id").asText()).isNotEqualTo(OTHER_ID);
    }

    /** The body, and what one might try to say besides. */
    private static Map<String, Object> more(Map<String, ?> body) {
        Map<String, Object> more = new HashMap<>(Map.of(
                "_id",
                OTHER_ID,
                "id",
                OTHER_ID,
                "role",
                "admin",
                "status",
                "inactive",
                "passwordHash",
                "x",
                "emailProven",
                true,
                "version",
                1000));
        more.putAll(Map.of(
                "createdBy",
                Map.of("_id", OTHER_ID),
                "assignedTo",
                Map.of("_id", OTHER_ID),
                "onboardingCompleted",
                true,
                "tokensNotBefore",
                0,
                "$set",
                Map.of("role", "admin"),
                "role.$ne",
                ""));
        more.putAll(body);
        return more;
    }

    private static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        body.put(name, value);
        return body;
    }
}
