"""Whom the gateway lets in: tokens, rates and origins."""

import threading
import time
import unittest

from openapi import PUBLIC_OPERATIONS

from .case import CREATE, LIST, GatewayTestCase
from .es256 import Key, unsigned
from .rig import CLIENT, Gateway, eventually


class TokenTest(GatewayTestCase):
    def test_without_a_token_a_caller_is_asked_to_sign_in(self):
        for method, path in (("GET", LIST), ("POST", CREATE), ("GET", "/api/v1/nothing"), ("OPTIONS", LIST)):
            with self.subTest(path):
                answer = self.gateway.ask(method, path)
                self.assert_problem(answer, 401, path)
                self.assertEqual('Bearer realm="ticketing"', answer.headers["www-authenticate"])

    def test_a_token_that_is_not_valid_is_refused(self):
        key, now = self.gateway.key, int(time.time())
        valid_claims = {"iss": "ticketing-auth", "aud": "ticketing", "sub": "a", "exp": now + 600}
        for what, token in {
            "garbage": "garbage",
            "no signature": unsigned(valid_claims, {"alg": "none", "typ": "JWT"}) + ".",
            "no signature, with the kid": unsigned(valid_claims, {"alg": "none", "kid": "test"}) + ".",
            "another algorithm": unsigned(valid_claims, {"alg": "HS256", "kid": "test"}) + ".c2lnbmF0dXJl",
            "another's key": Key().token(),
            "changed": key.token()[:-6] + "AAAAAA",
            "ended": key.token(exp=now - 120),
            "without an end": key.token(exp=None),
            "not yet": key.token(nbf=now + 600),
            "another issuer": key.token(iss="somebody"),
            "another audience": key.token(aud="somebody"),
        }.items():
            with self.subTest(what):
                answer = self.gateway.ask("GET", LIST, authorization=f"Bearer {token}")
                self.assert_problem(answer, 401, LIST)
                self.assertEqual('Bearer realm="ticketing", error="invalid_token"', answer.headers["www-authenticate"])

    def test_a_token_in_the_address_is_none(self):
        self.assertEqual(401, self.gateway.ask("GET", f"{LIST}?access_token={self.gateway.key.token()}").status)

    def test_a_valid_token_goes_on_to_the_service(self):
        for scheme in ("Bearer", "bearer"):
            token = f"{scheme} {self.gateway.key.token()}"
            self.assertEqual(token, self.gateway.ask("GET", LIST, authorization=token).json["headers"]["authorization"])

    def test_a_route_for_anyone_does_not_look_at_the_token(self):
        for method, path in PUBLIC_OPERATIONS:
            for headers in ({}, {"authorization": "Bearer garbage"}):
                with self.subTest(path, **headers):
                    self.assertEqual(200, self.gateway.ask(method.upper(), path, **headers).status)


class OriginTest(GatewayTestCase):
    def test_the_clients_preflight_needs_no_token(self):
        answer = self.gateway.ask(
            "OPTIONS",
            CREATE,
            origin=CLIENT,
            access_control_request_method="POST",
            access_control_request_headers="authorization,idempotency-key",
        )
        self.assertEqual(200, answer.status)
        self.assertEqual(CLIENT, answer.headers["access-control-allow-origin"])
        self.assertEqual("true", answer.headers["access-control-allow-credentials"])
        self.assertIn("PATCH", answer.headers["access-control-allow-methods"])
        self.assertIn("idempotency-key", answer.headers["access-control-allow-headers"])

    def test_the_client_may_read_refusals_too(self):
        for answer in (
            self.gateway.signed_in("GET", LIST, origin=CLIENT),
            self.gateway.ask("GET", LIST, origin=CLIENT),
            self.gateway.signed_in("POST", CREATE, b"x" * 65537, origin=CLIENT),
        ):
            with self.subTest(answer.status):
                self.assertEqual(CLIENT, answer.headers["access-control-allow-origin"])
                self.assertIn("etag", answer.headers["access-control-expose-headers"])
                self.assertIn("origin", answer.headers["vary"])

    def test_another_origin_gets_no_leave(self):
        for origin in ("http://localhost:5174", "https://localhost:5173", CLIENT + ".evil.org", "null"):
            with self.subTest(origin):
                preflight = self.gateway.ask("OPTIONS", CREATE, origin=origin, access_control_request_method="POST")
                self.assertEqual((200, b""), (preflight.status, preflight.body))
                answer = self.gateway.signed_in("GET", LIST, origin=origin)
                self.assertNotIn("access-control-allow-origin", {**preflight.headers, **answer.headers})


class RateLimitTest(unittest.TestCase):
    """A gateway each, with hardly any allowance."""

    def test_an_address_over_its_limit_waits(self):
        with Gateway(RATE_LIMIT_ADDRESS="1", RATE_LIMIT_ADDRESS_BURST="3") as gateway:
            answers = [gateway.ask("GET", "/api/v1/auth/me", x_forwarded_for=f"10.0.0.{n}") for n in range(6)]
            self.assertEqual([401] * 3 + [429] * 3, [answer.status for answer in answers])
            self.assertEqual("1", answers[-1].headers["retry-after"])
            self.assertEqual(429, answers[-1].json["statusCode"])

    def test_a_user_over_the_limit_waits_and_nobody_else(self):
        with Gateway(RATE_LIMIT_USER="1", RATE_LIMIT_USER_BURST="3") as gateway:
            busy, calm = (f"Bearer {gateway.key.token(sub=user)}" for user in ("busy", "calm"))
            busy_statuses = [gateway.ask("GET", LIST, authorization=busy).status for _ in range(6)]
            self.assertEqual([200] * 3 + [429] * 3, busy_statuses)
            self.assertEqual(200, gateway.ask("GET", LIST, authorization=calm).status)


class KeysAwayTest(unittest.TestCase):
    """Started before auth-service."""

    def test_the_gateway_starts_and_does_not_blame_the_caller(self):
        with Gateway(down=("auth-service",)) as gateway:
            answer = gateway.signed_in("GET", LIST)
            self.assertEqual(503, answer.status)
            self.assertEqual(503, answer.json["status"])
            self.assertEqual("2", answer.headers["retry-after"])
            self.assertNotIn("www-authenticate", answer.headers)
            self.assertEqual(401, gateway.ask("GET", LIST).status)
            gateway.bring_up("auth-service")
            eventually(lambda: gateway.signed_in("GET", LIST).status == 200, "the keys were not fetched")

    def test_a_large_body_that_comes_before_the_keys_arrives_whole(self):
        hand_out_keys = threading.Event()
        with Gateway(down=("auth-service",)) as gateway, gateway.connection() as connection:
            auth = gateway.bring_up("auth-service", hand_out_keys)
            self.addCleanup(hand_out_keys.set)
            eventually(lambda: auth.asked_for_keys == 1, "the keys were not asked for")
            head = f"POST {CREATE} HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\nAuthorization: Bearer {gateway.key.token()}"
            connection.sendall(head.encode() + b"\r\n\r\n" + b"x" * 65536)
            eventually(lambda: auth.asked_for_keys == 2, "the request did not ask for the keys")
            hand_out_keys.set()
            self.assertEqual(65536, Gateway.read(connection).json["bytes"])
