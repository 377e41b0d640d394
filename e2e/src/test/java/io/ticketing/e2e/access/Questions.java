package io.ticketing.e2e.access;

import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.TicketText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked at each route, so that nothing but the caller decides over the answer. */
final class Questions {
    private static final Map<String, String> ANSWERS =
            Map.of("interest", "support", "experience", "none", "source", "a friend", "work", "none");

    private final Cast cast;

    Questions(Cast cast) {
        this.cast = cast;
    }

    /** The question of this caller at this route. What a caller who is let in would use up is made anew for each. */
    Question of(Route route, Caller caller, boolean isLetIn) {
        return switch (route.toString()) {
            case "POST /api/v1/auth/register" -> plain(route, caller, newcomer());
            case "POST /api/v1/auth/login" ->
                plain(
                        route,
                        caller,
                        Map.of(
                                "email", cast.student().email(),
                                "password", cast.student().password()));
            case "POST /api/v1/auth/logout", "POST /api/v1/auth/logout/session" ->
                new Question(isLetIn ? cast.fresh(caller) : cast.of(caller), route.path(), null);
            case "POST /api/v1/auth/update-account" -> plain(route, caller, Map.of("location", "Room 4"));
            case "POST /api/v1/auth/verify-email" -> plain(route, caller, Map.of("token", "x".repeat(43)));
            case "POST /api/v1/auth/forgot-password" ->
                plain(route, caller, Map.of("email", Casting.unique() + "@people.test"));
            case "POST /api/v1/auth/reset-password" ->
                plain(route, caller, Map.of("token", "x".repeat(43), "password", "Pass-" + Casting.unique() + "!"));
            case "PATCH /api/v1/auth/admin/user/{userId}/update-account" ->
                about(cast.student().id(), route, caller, Map.of("location", "Room 5"));
            case "POST /api/v1/auth/admin/role-requests/{userId}" ->
                about(isLetIn ? cast.candidateId() : cast.student().id(), route, caller, Map.of("decision", "approve"));
            case "DELETE /api/v1/auth/admin/user/{userId}" ->
                about(isLetIn ? cast.newcomerId() : cast.student().id(), route, caller, null);
            case "PATCH /api/v1/auth/admin/user/{userId}/status" ->
                about(cast.student().id(), route, caller, Map.of("status", "active"));
            case "GET /api/v1/auth/admin/user/{userId}/status" ->
                about(cast.student().id(), new Route(route.method(), route.path() + "?status=active"), caller, null);
            case "POST /api/v1/onboarding/submit" ->
                new Question(
                        isLetIn ? cast.fresh(caller) : cast.of(caller),
                        route.path(),
                        Map.of("role", "student", "answers", ANSWERS));
            case "POST /api/v1/tickets/create-ticket" -> plain(route, caller, TicketText.aboutABicycle());
            case "GET /api/v1/tickets/get-ticket/{id}",
                    "GET /api/v1/tickets/{id}/comments",
                    "GET /api/v1/tickets/{id}/timeline" -> about(cast.ticketId(), route, caller, null);
            case "POST /api/v1/tickets/{id}/comments" ->
                about(cast.ticketId(), route, caller, Map.of("body", "It still squeaks."));
            case "PATCH /api/v1/tickets/{id}" ->
                about(cast.ticketId(), route, caller, Map.of("hashtags", List.of("bicycle")));
            case "POST /api/v1/tickets/admin/assign/{ticketId}" -> about(cast.ticketId(), route, caller, Map.of());
            case "PATCH /api/v1/tickets/admin/status/{ticketId}" ->
                about(cast.ticketId(), route, caller, Map.of("status", "in-progress"));
            case "DELETE /api/v1/tickets/admin/delete/{ticketId}" ->
                about(isLetIn ? cast.uselessTicketId() : cast.ticketId(), route, caller, null);
            case "GET /api/v1/triage/tickets/{id}", "POST /api/v1/triage/tickets/{id}/retry" ->
                about(cast.ticketId(), route, caller, null);
            case "POST /api/v1/tickets/dead-letters/{id}/replay",
                    "POST /api/v1/triage/dead-letters/{id}/replay",
                    "POST /api/v1/notifications/dead-letters/{id}/replay" ->
                about(cast.deadLetterId(), route, caller, null);
            case "GET /.well-known/jwks.json",
                    "GET /api/v1/auth/me",
                    "GET /api/v1/auth/google",
                    "GET /api/v1/auth/google/callback",
                    "GET /api/v1/auth/get-users-account",
                    "GET /api/v1/auth/admin/role-requests",
                    "GET /api/v1/auth/admin/audit",
                    "GET /api/v1/auth/admin/signing-keys",
                    "POST /api/v1/auth/admin/signing-keys",
                    "GET /api/v1/onboarding/check",
                    "GET /api/v1/tickets/get-all-tickets",
                    "GET /api/v1/tickets/stream",
                    "GET /api/v1/tickets/dead-letters",
                    "GET /api/v1/triage/queue",
                    "GET /api/v1/triage/dead-letters",
                    "GET /api/v1/notifications/deliveries",
                    "GET /api/v1/notifications/dead-letters" -> plain(route, caller, null);
            default -> throw new AssertionError("Nobody has written down what to ask at " + route);
        };
    }

    private Question plain(Route route, Caller caller, @Nullable Object body) {
        return new Question(cast.of(caller), route.path(), body);
    }

    private Question about(String id, Route route, Caller caller, @Nullable Object body) {
        return new Question(cast.of(caller), route.path().replaceFirst("\\{\\w+}", id), body);
    }

    private static Map<String, String> newcomer() {
        String name = "u" + Casting.unique();
        return Map.of("username", name, "email", name + "@people.test", "password", "Pass-" + name + "!");
    }
}
