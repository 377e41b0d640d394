"""Whom the gateway lets in: tokens, rates and origins."""

import itertools
import json
import time
import unittest
from typing import Callable

from openapi import PUBLIC_OPERATIONS

from .case import CREATE, LIST, GatewayTestCase
from .es256 import Key, hs256, unsigned
from .rig import CLIENT, Answer, Gateway


class TokenTest(GatewayTestCase):
    def test_without_a_token_a_caller_is_asked_to_sign_in(self):
        for method, path in (("GET", LIST), ("POST", CREATE), ("GET", "/api/v1/nothing"), ("OPTIONS", LIST)):
            with self.subTest(path):
                answer = self.gateway.ask(method, path)
                self.assert_problem(answer, 401, path)
                self.assertEqual('Bearer realm="ticketing"', answer.headers["www-authenticate"])

    def test_a_token_that_is_not_valid_is_refused(self):
        # Not here: `typ` and an `iat` in the future, which the services look at.
        key, now = self.gateway.key, int(time.time())
        claims = {"iss": "ticketing-auth", "aud": "ticketing", "sub": "a", "iat": now, "exp": now + 600}
        good_header, good_claims, good_signature = key.token().split(".")
        tokens = {
            "garbage": "garbage",
            "empty parts": "..",
            "no signature": unsigned(claims, {"alg": "none", "typ": "JWT"}) + ".",
            "no signature, with the kid": unsigned(claims, {"alg": "none", "kid": key.kid}) + ".",
            "another algorithm": unsigned(claims, {"alg": "HS256", "kid": key.kid}) + ".c2lnbmF0dXJl",
            "the public key as a secret, PEM": hs256(claims, key.kid, key.pem()),
            "the public key as a secret, DER": hs256(claims, key.kid, key.der()),
            "the public key as a secret, JWK": hs256(claims, key.kid, json.dumps(key.jwk()).encode()),
            "another's key": Key().token(),
            "another's key, with its kid": Key("unknown").token(),
            "an unknown kid": key.token(kid="unknown"),
            "other claims": f"{good_header}.{key.token(sub='b').split('.')[1]}.{good_signature}",
            "another signature": key.token()[:-6] + "AAAAAA",
            "a signature of zeros": f"{good_header}.{good_claims}.{'A' * 86}",
            "ended": key.token(exp=now - 10),
            "without an end": key.token(exp=None),
            "not yet": key.token(nbf=now + 600),
            "another issuer": key.token(iss="somebody"),
            "no issuer": key.token(iss=None),
            "another audience": key.token(aud="somebody"),
            "no audience": key.token(aud=None),
        }
        answers = {}
        for what, token in tokens.items():
            for how, headers in {"header": {"authorization": f"Bearer {token}"}, "cookie": _session(token)}.items():
                with self.subTest(what, how=how):
                    answer = self.gateway.ask("GET", LIST, **headers)
                    self.assert_problem(answer, 401, LIST)
                    self.assertEqual('Bearer realm="ticketing", error="invalid_token"', answer.headers["www-authenticate"])
                    answers[what, how] = {**answer.json, "traceId": "", "headers": sorted(answer.headers)}
        self.assertEqual(1, len({json.dumps(answer) for answer in answers.values()}), "they do not look alike")

    def test_a_token_in_the_address_is_none(self):
        self.assertEqual(401, self.gateway.ask("GET", f"{LIST}?access_token={self.gateway.key.token()}").status)

    def test_a_valid_token_goes_on_to_the_service(self):
        for scheme in ("Bearer", "bearer"):
            token = f"{scheme} {self.gateway.key.token()}"
            self.assertEqual(token, self.gateway.ask("GET", LIST, authorization=token).json["headers"]["authorization"])

    def test_a_route_for_anyone_does_not_look_at_the_token(self):
        for method, path in PUBLIC_OPERATIONS:
            for headers in ({}, {"authorization": "Bearer garbage"}, _session("garbage")):
                with self.subTest(path, **headers):
                    self.assertIn(self.gateway.ask(method.upper(), path, **headers).status, (200, 302))

    def test_another_method_of_a_route_for_anyone_is_for_the_service_to_refuse(self):
        for method, path in PUBLIC_OPERATIONS:
            for other in {"GET", "POST", "DELETE"} - {method.upper()}:
                with self.subTest(path, method=other):
                    self.assertIn(self.gateway.ask(other, path).status, (200, 302))

    def test_a_route_for_anyone_is_so_for_itself_alone(self):
        for method, path in PUBLIC_OPERATIONS - {("get", "/.well-known/jwks.json")}:
            with self.subTest(path):
                self.assertEqual(401, self.gateway.ask(method.upper(), path + "/x").status)


class SessionTest(GatewayTestCase):
    """A browser that has signed in with Google carries the token in a cookie."""

    STATUS = "/api/v1/auth/admin/user/65f000000000000000000001/status"

    def test_the_cookie_of_a_session_is_as_good_as_a_header_and_goes_on_to_the_service(self):
        for method, path in (("GET", LIST), ("POST", CREATE), ("PATCH", self.STATUS)):
            with self.subTest(path):
                self.assertEqual(200, self.gateway.by_cookie(method, path).status)
        token = self.gateway.key.token()
        received = self.gateway.by_cookie("POST", CREATE, token, origin=CLIENT).json["headers"]
        self.assertIn(f"ticketing_session={token}", received["cookie"])
        # Whether this origin may act with a cookie is for the services to say.
        self.assertEqual(CLIENT, received["origin"])
        self.assertNotIn("authorization", received)

    def test_another_cookie_is_no_session(self):
        for cookie in (f"session={self.gateway.key.token()}", f"TICKETING_SESSION={self.gateway.key.token()}", "ticketing_session"):
            with self.subTest(cookie):
                self.assertEqual(401, self.gateway.ask("GET", LIST, cookie=cookie).status)

    def test_a_good_header_passes_whatever_the_cookie_holds(self):
        for what, token in {"stale": self.gateway.key.token(exp=int(time.time()) - 600), "garbage": "garbage", "none": ""}.items():
            with self.subTest(what):
                self.assertEqual(200, self.gateway.signed_in("GET", LIST, **_session(token)).status)

    def test_a_good_cookie_does_not_mend_a_bad_header(self):
        stale = self.gateway.key.token(exp=int(time.time()) - 600)
        for header in ("Bearer garbage", f"Bearer {stale}", "Basic dTpw", "garbage", "Bearer", ""):
            with self.subTest(header):
                self.assertEqual(401, self.gateway.by_cookie("GET", LIST, authorization=header).status)

    def test_what_changes_something_by_get_takes_a_header_alone(self):
        for method in ("GET", "HEAD"):
            for path in (
                self.STATUS,
                f"{self.STATUS}?status=inactive",
                f"{self.STATUS}/",
                f"{self.STATUS};x=1",
                self.STATUS.replace("/admin/user/", "/admin;x/user;y=z/"),
                self.STATUS.replace("admin", "%61dmin"),
                self.STATUS.replace("/user", "//x/../user"),
            ):
                with self.subTest(path, method=method):
                    self.assertEqual(401, self.gateway.by_cookie(method, path).status)
                    self.assertEqual(200, self.gateway.signed_in(method, path).status)


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
            numbers = itertools.count()
            refused = self.limited(3, 401, lambda: gateway.ask("GET", "/api/v1/auth/me", x_forwarded_for=f"10.0.0.{next(numbers)}"))
            self.assertEqual("1", refused.headers["retry-after"])
            self.assertEqual(429, refused.json["statusCode"])

    def test_a_user_over_the_limit_waits_and_nobody_else(self):
        with Gateway(RATE_LIMIT_USER="1", RATE_LIMIT_USER_BURST="3") as gateway:
            busy, calm = (f"Bearer {gateway.key.token(sub=user)}" for user in ("busy", "calm"))
            self.limited(3, 200, lambda: gateway.ask("GET", LIST, authorization=busy))
            self.assertEqual(200, gateway.ask("GET", LIST, authorization=calm).status)

    def test_a_user_with_a_cookie_has_the_same_allowance(self):
        with Gateway(RATE_LIMIT_USER="1", RATE_LIMIT_USER_BURST="4") as gateway:
            busy, calm = (gateway.key.token(sub=user) for user in ("busy", "calm"))
            ways = itertools.cycle([
                lambda: gateway.by_cookie("GET", LIST, busy),
                lambda: gateway.ask("GET", LIST, authorization=f"Bearer {busy}"),
            ])  # fmt: skip
            self.limited(4, 200, lambda: next(ways)())
            self.assertEqual(200, gateway.by_cookie("GET", LIST, calm).status)

    def limited(self, burst: int, otherwise: int, ask: Callable[[], Answer]) -> Answer:
        """Asks until it is refused, which has to be after so many, and as many more as a slow machine took seconds."""
        begun = time.monotonic()
        for let_through in itertools.count():
            answer = ask()
            if answer.status == 429:
                self.assertGreaterEqual(let_through, burst)
                return answer
            self.assertEqual(otherwise, answer.status)
            self.assertLess(let_through, burst + 1 + int(time.monotonic() - begun))
            self.assertLess(time.monotonic(), begun + 60, "each request took so long that its allowance was back")


def _session(token: str) -> dict[str, str]:
    return {"cookie": f"ticketing_session={token}"}
