package io.ticketing.e2e.access;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Json;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.Role;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One caller of each kind, and whom and what they ask for. */
final class Cast {
    private static final String ELSEWHERE = "http://elsewhere.test";

    private final Casting casting;
    private final Person admin;
    private final Person student;
    private final String ticketId;
    private final String deadLetterId;
    private final String expired;
    private final Map<Caller, Credentials> known = new EnumMap<>(Caller.class);

    Cast(Scene scene) {
        this.casting = scene.casting();
        this.expired = expired(scene);
        this.admin = casting.admin();
        this.student = casting.student();
        this.ticketId = student.opens(TicketText.aboutABicycle());
        for (Caller caller : Caller.values()) {
            known.put(caller, fresh(caller));
        }
        nextSigningKey(scene);
        scene.facts().awaitDealtWith();
        this.deadLetterId = scene.facts().tellNonsense(ticketId);
        for (String service : List.of("tickets", "triage", "notifications")) {
            eventually(() -> assertThat(deadLetters(scene, service).body()).contains(deadLetterId));
        }
        eventually(() -> assertThat(scene.api().get("/auth/me", expired).status())
                .as("status for whoever shows a token that has run out, once clocks cannot differ so much any more")
                .isEqualTo(401));
    }

    /** What this caller shows. */
    Credentials of(Caller caller) {
        return known.get(caller);
    }

    /** What somebody else of the same kind shows, whom nobody needs afterwards. */
    Credentials fresh(Caller caller) {
        return switch (caller) {
            case ANONYMOUS -> Credentials.none();
            case GARBAGE -> Credentials.bearer("garbage");
            case EXPIRED -> Credentials.bearer(expired);
            case TAMPERED -> Credentials.bearer(tampered(admin.token()));
            case LOGGED_OUT -> Credentials.bearer(loggedOut());
            case DELETED -> Credentials.bearer(deleted());
            case DEACTIVATED -> Credentials.bearer(deactivated());
            case NOT_ONBOARDED -> Credentials.bearer(casting.newcomer().token());
            case STUDENT -> Credentials.bearer(student.logsIn().token());
            case ANOTHER_STUDENT -> Credentials.bearer(casting.student().token());
            case MODERATOR -> Credentials.bearer(casting.moderator().token());
            case ADMIN -> Credentials.bearer(admin.logsIn().token());
            case WAS_MODERATOR -> Credentials.bearer(demoted(casting.moderator()));
            case WAS_ADMIN -> Credentials.bearer(demoted(casting.admin()));
            case COOKIE -> Credentials.cookie(admin.logsIn().token(), Scene.CLIENT_URL);
            case COOKIE_FROM_ELSEWHERE -> Credentials.cookie(admin.logsIn().token(), ELSEWHERE);
        };
    }

    /** Whose account and ticket they ask for. */
    Person student() {
        return student;
    }

    String ticketId() {
        return ticketId;
    }

    /** A record that none of those who read it could read. */
    String deadLetterId() {
        return deadLetterId;
    }

    /** A ticket that can be deleted. */
    String uselessTicketId() {
        return student.opens(TicketText.aboutABicycle());
    }

    /** Somebody who can be deleted. */
    String newcomerId() {
        return casting.newcomer().id();
    }

    /** Somebody who has asked for a role. */
    String candidateId() {
        return casting.candidate(Role.MODERATOR).id();
    }

    private Answer deadLetters(Scene scene, String service) {
        return scene.api()
                .send(
                        Method.GET,
                        "/api/v1/" + service + "/dead-letters",
                        of(Caller.ADMIN).headers());
    }

    /** One that waits to sign, so that whoever asks for one is told that there is one already. */
    private void nextSigningKey(Scene scene) {
        scene.api()
                .send(
                        Method.POST,
                        "/api/v1/auth/admin/signing-keys",
                        of(Caller.ADMIN).headers())
                .expect(201);
    }

    /** The admin's token of a time when tokens lived for a second. */
    private static String expired(Scene scene) {
        scene.stack().up(Map.of("JWT_TOKEN_EXPIRY_DATE", "1s"));
        String token = scene.casting().firstAdmin().token();
        scene.stack().up();
        return token;
    }

    /** Says that it lives longer than what was signed. */
    private static String tampered(String token) {
        String[] parts = token.split("\\.", 3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        ObjectNode changed = (ObjectNode) Json.read(claims);
        changed.put("exp", changed.path("exp").asLong() + 1);
        return parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(changed)) + "."
                + parts[2];
    }

    private String loggedOut() {
        Person leaver = admin.logsIn();
        leaver.logsOut();
        return leaver.token();
    }

    private String deleted() {
        Person gone = casting.admin();
        admin.deletes(gone);
        return gone.token();
    }

    private String deactivated() {
        Person sleeper = casting.admin();
        admin.deactivates(sleeper);
        return sleeper.token();
    }

    private String demoted(Person somebody) {
        admin.makes(somebody, Role.STUDENT);
        return somebody.token();
    }
}
