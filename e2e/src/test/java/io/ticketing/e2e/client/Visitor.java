package io.ticketing.e2e.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.ticketing.client.ApiClient;
import io.ticketing.client.ApiException;
import io.ticketing.client.api.AuthApi;
import io.ticketing.client.api.OnboardingApi;
import io.ticketing.client.api.TicketsApi;
import io.ticketing.client.model.OnboardingRequest;
import io.ticketing.client.model.OnboardingRequestAnswers;
import io.ticketing.client.model.Problem;
import io.ticketing.client.model.RegisterRequest;
import io.ticketing.client.model.Role;
import io.ticketing.client.model.TokenResponse;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Secrets;
import io.ticketing.e2e.stack.Scene;
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
