package io.ticketing.e2e.erasure;

import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.Scene;
import java.util.List;
import java.util.Map;

/**
 * A moderator who knows databases and has told everything that one can tell.
 *
 * @param person the moderator
 * @param told every text that is personal, each of which occurs nowhere else
 */
record Somebody(Person person, List<String> told) {

    static Somebody whoTellsAll(Scene scene, Person admin) {
        Person person = scene.casting().newcomer();
        List<String> answers = marked(scene, "interest", "experience", "source", "work");
        List<String> profile = marked(scene, "place", "story", "skill");
        person.api()
                .post(
                        "/onboarding/submit",
                        Map.of(
                                "role", "moderator",
                                "answers",
                                        Map.of(
                                                "interest", answers.get(0),
                                                "experience", answers.get(1),
                                                "source", answers.get(2),
                                                "work", answers.get(3)),
                                "skills", List.of("MongoDB", "databases", profile.get(2))),
                        person.token())
                .expect(200);
        person.api()
                .post("/auth/update-account", Map.of("location", profile.get(0), "bio", profile.get(1)), person.token())
                .expect(200);
        admin.approves(person);
        return new Somebody(
                person.logsIn(),
                List.of(
                        person.email(),
                        person.username(),
                        answers.get(0),
                        answers.get(1),
                        answers.get(2),
                        answers.get(3),
                        profile.get(0),
                        profile.get(1),
                        profile.get(2)));
    }

    private static List<String> marked(Scene scene, String... words) {
        return List.of(words).stream()
                .map(word -> scene.secrets().keep(word + Casting.unique()))
                .toList();
    }
}
