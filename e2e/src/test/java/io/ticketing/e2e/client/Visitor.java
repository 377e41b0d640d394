package io.ticketing.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ticketing.client.ApiClient;
import io.ticketing.client.ApiException;
import io.ticketing.client.api.AuthApi;
import io.ticketing.client.api.OnboardingApi;
import io.ticketing.client.api.TicketsApi;
import io.ticketing.client.api.TicketsApi.APIAssignTicketRequest;
import io.ticketing.client.api.TicketsApi.APIChangeTicketRequest;
import io.ticketing.client.api.TicketsApi.APICommentTicketRequest;
import io.ticketing.client.api.TicketsApi.APICreateTicketRequest;
import io.ticketing.client.api.TicketsApi.APIGetTicketRequest;
import io.ticketing.client.api.TicketsApi.APIListCommentsRequest;
import io.ticketing.client.api.TicketsApi.APIMoveTicketRequest;
import io.ticketing.client.api.TicketsApi.APIReadTimelineRequest;
import io.ticketing.client.model.AssignTicketRequest;
import io.ticketing.client.model.ChangeTicketRequest;
import io.ticketing.client.model.Comment;
import io.ticketing.client.model.CommentRequest;
import io.ticketing.client.model.CreateTicketRequest;
import io.ticketing.client.model.MoveTicketRequest;
import io.ticketing.client.model.OnboardingRequest;
import io.ticketing.client.model.OnboardingRequestAnswers;
import io.ticketing.client.model.Problem;
import io.ticketing.client.model.RegisterRequest;
import io.ticketing.client.model.Role;
import io.ticketing.client.model.Ticket;
import io.ticketing.client.model.TicketStatus;
import io.ticketing.client.model.TimelineEntry;
import io.ticketing.client.model.TokenResponse;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Secrets;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Scene;
import java.util.LinkedHashSet;
import java.util.List;

/** Somebody who knows nothing of the API but the generated client. */
final class Visitor {
    private final ApiClient client = new ApiClient();
    private final Secrets secrets;
    private final String username;
    private volatile String token = "";

    Visitor(Scene scene, Role role) {
        secrets = scene.secrets();
        username = secrets.keep(role.getValue() + Casting.unique());
        client.updateBaseUri(scene.stack().address("GATEWAY_URL"));
        client.setRequestInterceptor(request -> {
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
        });
    }

    String username() {
        return username;
    }

    AuthApi auth() {
        return new AuthApi(client);
    }

    OnboardingApi onboarding() {
        return new OnboardingApi(client);
    }

    TicketsApi tickets() {
        return new TicketsApi(client);
    }

    /** Makes an account, and shows its token from now on. */
    Visitor registers() {
        return showing(auth().register(new RegisterRequest()
                .username(username)
                .email(secrets.keep(username + "@people.test"))
                .password(secrets.keep("Pass-" + Casting.unique() + "!"))));
    }

    /** Says what they are and can do, and shows the fresh token from now on. */
    Visitor onboards(Role role, List<String> skills) {
        return showing(onboarding()
                .submitOnboarding(new OnboardingRequest()
                        .role(role)
                        .skills(skills)
                        .answers(new OnboardingRequestAnswers()
                                .interest("support")
                                .experience("some years")
                                .source("a friend")
                                .work("at the desk"))));
    }

    /** What to send for a ticket with this text. */
    CreateTicketRequest asking(TicketText text) {
        return new CreateTicketRequest()
                .title(secrets.keep(text.title()))
                .description(secrets.keep(text.description()))
                .hashtags(new LinkedHashSet<>(text.hashtags()));
    }

    /** Opens a ticket; answers its id. */
    String opens(TicketText text) {
        return tickets()
                .createTicket(APICreateTicketRequest.newBuilder()
                        .createTicketRequest(asking(text))
                        .build())
                .getData()
                .getObjectId();
    }

    /** Reads a ticket. */
    Ticket reads(String id) {
        return tickets()
                .getTicket(APIGetTicketRequest.newBuilder().id(id).build())
                .getData();
    }

    /** Changes what a ticket says. */
    Ticket changes(String id, ChangeTicketRequest change) {
        return tickets()
                .changeTicket(APIChangeTicketRequest.newBuilder()
                        .id(id)
                        .changeTicketRequest(change)
                        .build())
                .getData();
    }

    /** Says who works on a ticket. */
    Ticket assigns(String id, AssignTicketRequest request) {
        return tickets()
                .assignTicket(APIAssignTicketRequest.newBuilder()
                        .ticketId(id)
                        .assignTicketRequest(request)
                        .build())
                .getData();
    }

    /** Moves a ticket, unless it is not what it was at this tag. */
    Ticket moves(String id, TicketStatus status, String tag) {
        return tickets()
                .moveTicket(APIMoveTicketRequest.newBuilder()
                        .ticketId(id)
                        .ifMatch(tag)
                        .moveTicketRequest(new MoveTicketRequest().status(status))
                        .build())
                .getData();
    }

    /** Says something about a ticket. */
    Comment says(String id, CommentRequest comment) {
        return tickets()
                .commentTicket(APICommentTicketRequest.newBuilder()
                        .id(id)
                        .commentRequest(comment)
                        .build())
                .getData();
    }

    /** What was said about a ticket, as far as they see it. */
    List<Comment> commentsOn(String id) {
        return tickets()
                .listComments(APIListCommentsRequest.newBuilder().id(id).build())
                .getData();
    }

    /** What was done to a ticket, as far as they see it. */
    List<TimelineEntry> timelineOf(String id) {
        return tickets()
                .readTimeline(APIReadTimelineRequest.newBuilder().id(id).build())
                .getData();
    }

    /** What a refusal's body says. */
    Problem problem(ApiException refused) {
        try {
            return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        } catch (JsonProcessingException wrong) {
            throw new AssertionError("This is no problem: " + refused.getResponseBody(), wrong);
        }
    }

    private Visitor showing(TokenResponse answer) {
        token = secrets.keep(answer.getToken());
        return this;
    }
}
