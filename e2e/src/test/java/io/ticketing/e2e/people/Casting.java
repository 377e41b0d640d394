package io.ticketing.e2e.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Finds people: each registers, completes onboarding and is remembered. */
public final class Casting {
    private final Api api;
    private final Secrets secrets;
    private final Map<String, Person> known = new ConcurrentHashMap<>();

    /** People who come through this API. */
    public Casting(Api api, Secrets secrets) {
        this.api = api;
        this.secrets = secrets;
    }

    /** A student. */
    public Person student() {
        return person(Role.STUDENT, List.of());
    }

    /** A moderator who can do this. */
    public Person moderator(String... skills) {
        return person(Role.MODERATOR, List.of(skills));
    }

    /** An admin. */
    public Person admin() {
        return person(Role.ADMIN, List.of());
    }

    /** Whoever has this id, if it is one of those found here. */
    public Optional<Person> withId(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** A random text that occurs nowhere else, fit for names. */
    public static String unique() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50), Character.MAX_RADIX);
    }

    private Person person(Role role, List<String> skills) {
        String username = secrets.keep(role.wireName() + unique());
        String email = secrets.keep(username + "@people.test");
        String password = secrets.keep("Pass-" + unique() + "!");
        Answer registered = api.post(
                        "/auth/register", Map.of("username", username, "email", email, "password", password), null)
                .expect(201);
        String first = secrets.keep(registered.json().path("token").asText());
        Answer onboarded =
                api.post("/onboarding/submit", choices(role, skills), first).expect(200);
        String token = secrets.keep(onboarded.json().path("token").asText());
        String id = registered.json().path("user").path("_id").asText();
        Person person = new Person(api, secrets, id, username, email, password, role, skills, token);
        known.put(id, person);
        return person;
    }

    private static Map<String, Object> choices(Role role, List<String> skills) {
        Map<String, String> answers =
                Map.of("interest", "support", "experience", "some years", "source", "a friend", "work", "at the desk");
        return skills.isEmpty()
                ? Map.of("role", role.wireName(), "answers", answers)
                : Map.of("role", role.wireName(), "answers", answers, "skills", skills);
    }
}
