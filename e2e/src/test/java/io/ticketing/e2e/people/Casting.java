package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Finds people: each registers, completes onboarding, gets the role wished for and is remembered. */
public final class Casting {
    private final Api api;
    private final Secrets secrets;
    private final @Nullable FirstAdmin firstAdmin;
    private @Nullable Person approver;
    private final Map<String, Person> known = new ConcurrentHashMap<>();

    /**
     * People who come through this API.
     *
     * @param firstAdmin who approves roles; null where everybody gets the role wished for
     */
    public Casting(Api api, Secrets secrets, @Nullable FirstAdmin firstAdmin) {
        this.api = api;
        this.secrets = secrets;
        this.firstAdmin = firstAdmin;
    }

    /** A student. */
    public Person student() {
        return onboarded(Role.STUDENT, List.of());
    }

    /** A moderator who can do this. */
    public Person moderator(String... skills) {
        return onboarded(Role.MODERATOR, List.of(skills));
    }

    /** An admin. */
    public Person admin() {
        return onboarded(Role.ADMIN, List.of());
    }

    /** Somebody who has an account and nothing more. */
    public Person newcomer() {
        return registered(Role.STUDENT, List.of());
    }

    /** Somebody who has asked for a role that nobody has approved yet. */
    public Person candidate(Role role) {
        Person newcomer = registered(role, List.of());
        JsonNode user = submits(newcomer).path("user");
        if (!user.path("requestedRole").asText().equals(role.wireName())) {
            throw new AssertionError("Nobody has to approve roles here: " + user);
        }
        return newcomer.logsIn();
    }

    /** The admin that the system was started with, logged in anew. */
    public Person firstAdmin() {
        FirstAdmin admin = firstAdmin;
        if (admin == null) {
            throw new AssertionError("This world was started without an admin");
        }
        return admin.logsIn(api, secrets);
    }

    /** Whoever has this id, if it is one of those found here. */
    public Optional<Person> withId(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** A random text that occurs nowhere else, fit for names. */
    public static String unique() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50), Character.MAX_RADIX);
    }

    private Person registered(Role role, List<String> skills) {
        String username = secrets.keep(role.wireName() + unique());
        String email = secrets.keep(username + "@people.test");
        String password = secrets.keep("Pass-" + unique() + "!");
        JsonNode answer = api.post(
                        "/auth/register", Map.of("username", username, "email", email, "password", password), null)
                .expect(201)
                .json();
        String token = secrets.keep(answer.path("token").asText());
        String id = answer.path("user").path("_id").asText();
        Person person = new Person(api, secrets, id, username, email, password, role, skills, token);
        known.put(id, person);
        return person;
    }

    private Person onboarded(Role role, List<String> skills) {
        Person person = registered(role, skills);
        JsonNode answer = submits(person);
        if (answer.path("user").path("role").asText().equals(role.wireName())) {
            return remember(person.showing(answer.path("token").asText()));
        }
        approver().approves(person);
        return remember(person.logsIn());
    }

    private synchronized Person approver() {
        Person admin = approver;
        if (admin == null) {
            admin = firstAdmin();
            approver = admin;
        }
        return admin;
    }

    private Person remember(Person person) {
        known.put(person.id(), person);
        return person;
    }

    private JsonNode submits(Person person) {
        return api.post("/onboarding/submit", choices(person.role(), person.skills()), person.token())
                .expect(200)
                .json();
    }

    private static Map<String, Object> choices(Role role, List<String> skills) {
        Map<String, String> answers =
                Map.of("interest", "support", "experience", "some years", "source", "a friend", "work", "at the desk");
        return skills.isEmpty()
                ? Map.of("role", role.wireName(), "answers", answers)
                : Map.of("role", role.wireName(), "answers", answers, "skills", skills);
    }
}
