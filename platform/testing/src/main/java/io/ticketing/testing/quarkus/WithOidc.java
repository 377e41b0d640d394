package io.ticketing.testing.quarkus;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets people sign in with a real OpenID provider; tests without this have an application that was not set up for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(value = OidcResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
public @interface WithOidc {}
