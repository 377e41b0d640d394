package io.ticketing.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;

/** A user with a role, and what he can do over HTTP. */
public record Signed(User user, String token) {

    /** Somebody new with that role. */
    public static Signed in(Role role, Users users, AccessTokens tokens) {
        User user = SomeUser.added(users, role);
        return new Signed(user, tokens.issueTo(user));
    }

    public String id() {
        return user.id();
    }

    /** A request of his. */
    public RequestSpecification asks() {
        return given().auth().oauth2(token);
    }

    /** A request of his with a JSON body. */
    public RequestSpecification sends(Object body) {
        return asks().contentType(ContentType.JSON).body(body);
    }

    /** Reads something. */
    public Response gets(String path, Object... parameters) {
        return asks().get(path, parameters);
    }
}
