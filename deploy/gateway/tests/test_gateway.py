"""What a caller sees of the gateway: a real Envoy, asked over HTTP."""

import socket

from .case import CREATE, LIST, GatewayTestCase
from .rig import Gateway
from .services import COOKIES, KEYS_MAY_BE_KEPT, PROVIDER


class GatewayTest(GatewayTestCase):
    # Routes

    def test_each_path_reaches_its_service(self):
        for path, service in (
            ("/api/v1/auth/me", "auth-service"),
            ("/api/v1/onboarding/check", "auth-service"),
            (LIST, "ticket-service"),
            ("/api/v1/triage/queue", "triage-worker"),
        ):
            with self.subTest(path):
                self.assertEqual((service, path), _where(self.gateway.signed_in("GET", path)))

    def test_a_path_has_one_spelling(self):
        answer = self.gateway.signed_in("GET", "//api/v1/triage/./..//tickets/x")
        self.assertEqual(("ticket-service", "/api/v1/tickets/x"), _where(answer))

    def test_what_is_not_named_does_not_exist(self):
        for path in ("/q/health", "/q/metrics", "/nothing", "/api/v1/authentic", "/api/inngest", "/api/v1/q/health"):
            with self.subTest(path):
                self.assert_problem(self.gateway.signed_in("GET", path), 404, path)

    def test_no_spelling_of_a_path_leads_inside(self):
        for path, status in (
            ("//q/health", 404),
            ("/api/v1/tickets/../../../q/health", 404),
            ("/./q/health", 404),
            ("/api/v1/tickets/%2e%2e/%2e%2e/%2e%2e/q/health", 404),
            ("/api/v1/..%2fq/health", 400),
            ("/api/v1/tickets/..%5c..%5cq/health", 400),
            ("/api%2Finngest", 400),
            ("//api//inngest", 404),
        ):
            with self.subTest(path):
                self.assertEqual(status, self.gateway.signed_in("GET", path).status)

    def test_a_query_that_is_not_encoded_is_named(self):
        for query in ("x={", "x=a|b", 'x="a"', "x=<b>", "x=^", "x=`", "x=\\", "x=%", "x=%zz", "x=%4", "%=1"):
            with self.subTest(query):
                self.assert_problem(self.gateway.signed_in("GET", f"{LIST}?{query}"), 400, LIST, "query")
                login = "/api/v1/auth/login"
                self.assert_problem(self.gateway.ask("POST", f"{login}?{query}", b"{}"), 400, login, "query")

    def test_a_path_that_is_not_encoded_does_not_exist(self):
        for path in ("/api/v1/tickets/get-ticket/%zz", "/api/v1/tickets/%", "/%4"):
            with self.subTest(path):
                self.assert_problem(self.gateway.signed_in("GET", path), 404, path)

    def test_a_query_that_is_encoded_arrives_as_it_is(self):
        query = "a=%7B%22%7d&f[x]=1&c=a+b/?:@!$'()*,;-._~"
        self.assertEqual(f"{LIST}?{query}", self.gateway.signed_in("GET", f"{LIST}?{query}").json["path"])

    def test_a_public_path_in_disguise_is_still_only_itself(self):
        self.assertEqual(401, self.gateway.ask("GET", "/api/v1/auth/login/../me").status)
        self.assertEqual(401, self.gateway.ask("GET", "/api/v1/auth/login/").status)

    def test_a_service_that_is_away_is_503(self):
        answer = self.gateway.signed_in("GET", "/api/v1/notifications/deliveries?limit=5")
        self.assert_problem(answer, 503, "/api/v1/notifications/deliveries")
        self.assertEqual("2", answer.headers["retry-after"])

    def test_an_event_stream_arrives_as_it_is_written(self):
        token = self.gateway.key.token()
        request = f"GET /api/v1/tickets/stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n\r\n"
        with self.gateway.connection() as connection:
            connection.sendall(request.encode())
            received = b""
            while b"ticket/created" not in received:
                received += connection.recv(4096)
        self.assertIn(b"200 OK", received)

    # Bodies and headers of requests

    def test_a_body_of_64_kib_passes(self):
        self.assertEqual(65536, self.gateway.signed_in("POST", CREATE, b"x" * 65536).json["bytes"])

    def test_a_larger_body_is_413(self):
        for what, body in (("of known length", b"x" * 65537), ("in chunks", iter([b"x" * 40000, b"x" * 25537]))):
            with self.subTest(what):
                headers = {} if isinstance(body, bytes) else {"transfer_encoding": "chunked"}
                self.assert_problem(self.gateway.signed_in("POST", CREATE, body, **headers), 413, CREATE)

    def test_headers_over_the_limit_are_431(self):
        self.assertEqual(431, self.gateway.signed_in("GET", LIST, x_long="x" * 17000).status)

    def test_what_is_not_http_gets_a_problem_too(self):
        for what, request, status in (
            ("a broken header", b"GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n", 400),
            ("two lengths", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("HTTP/1.0", b"GET /docs HTTP/1.0\r\n\r\n", 426),
        ):
            with self.subTest(what):
                answer = self.gateway.raw(request)
                self.assertEqual(status, answer.status)
                self.assertEqual(status, answer.json["status"])
                self.assertEqual("nosniff", answer.headers["x-content-type-options"])

    def test_a_service_knows_the_callers_address_and_not_what_the_caller_claims(self):
        received = _received(
            self.gateway.signed_in(
                "GET",
                LIST,
                x_forwarded_for="10.1.2.3",
                x_forwarded_host="evil",
                forwarded="for=10.1.2.3",
                x_real_ip="10.1.2.3",
                x_envoy_original_path="/q/health",
                x_envoy_inside="1",
                x_envoy_upstream_rq_timeout_ms="1",
            )
        )
        self.assertEqual("127.0.0.1", received["x-forwarded-for"])
        self.assertFalse(received.keys() & {"x-forwarded-host", "forwarded", "x-real-ip"})
        self.assertEqual(["x-envoy-external-address"], [name for name in received if name.startswith("x-envoy-")])

    def test_callers_are_told_apart_by_the_address_that_they_call_from(self):
        if not _is_own("127.0.0.2"):
            self.skipTest("this machine has one loopback address only")
        for claims in ({}, {"x_forwarded_for": "127.0.0.1"}, {"x_forwarded_for": "a, b, 127.0.0.1"}):
            received = _received(self.gateway.signed_in("GET", LIST, source="127.0.0.2", **claims))
            self.assertEqual("127.0.0.2", received["x-forwarded-for"])

    def test_claims_in_several_lines_are_dropped_all(self):
        request = f"GET {LIST} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.gateway.key.token()}\r\n"
        request += "X-Forwarded-For: 10.1.2.3\r\nX-Forwarded-For: 10.1.2.4\r\nx-forwarded-FOR: 10.1.2.5\r\n\r\n"
        self.assertEqual("127.0.0.1", _received(self.gateway.raw(request.encode()))["x-forwarded-for"])

    def test_an_address_of_ipv6_is_written_down_as_it_is(self):
        if not _is_own("::1"):
            self.skipTest("this machine has no IPv6")
        with Gateway(BIND_ADDRESS="::1") as gateway:
            received = _received(gateway.signed_in("GET", LIST, x_forwarded_for="10.1.2.3"))
        self.assertEqual("::1", received["x-forwarded-for"])

    def test_a_trace_passes_and_every_request_has_an_id_of_ours(self):
        trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        answer = self.gateway.signed_in("GET", LIST, traceparent=trace, x_request_id="mine")
        received = _received(answer)
        self.assertEqual(trace, received["traceparent"])
        self.assertEqual(answer.headers["x-request-id"], received["x-request-id"])
        self.assertNotEqual("mine", received["x-request-id"])

    # Answers

    def test_an_answer_that_leads_away_passes_untouched(self):
        for path in ("/api/v1/auth/google", "/api/v1/auth/google/callback?state=a%20b&code=c/d"):
            with self.subTest(path):
                answer = self.gateway.ask("GET", path, cookie="q_auth=one; other=two")
                self.assertEqual((302, PROVIDER, COOKIES), (answer.status, answer.headers["location"], answer.cookies))
                self.assertEqual(path, answer.json["path"])
                self.assertEqual("q_auth=one; other=two", _received(answer)["cookie"])
                self.assertEqual("no-referrer", answer.headers["referrer-policy"])
                self.assertEqual("no-store", answer.headers["cache-control"])

    def test_the_keys_may_be_kept_for_as_long_as_auth_service_says(self):
        answer = self.gateway.ask("GET", "/.well-known/jwks.json")
        self.assertEqual((KEYS_MAY_BE_KEPT, [self.gateway.key.jwk()]), (answer.headers["cache-control"], answer.json["keys"]))

    def test_every_answer_carries_the_security_headers(self):
        for what, answer in (
            ("a service's", self.gateway.signed_in("GET", LIST)),
            ("a refusal", self.gateway.ask("GET", LIST)),
            ("unknown", self.gateway.ask("GET", "/nothing")),
            ("unclear", self.gateway.ask("GET", "/a%2fb")),
        ):
            with self.subTest(what):
                headers = answer.headers
                self.assertEqual("nosniff", headers["x-content-type-options"])
                self.assertEqual("DENY", headers["x-frame-options"])
                self.assertEqual("no-referrer", headers["referrer-policy"])
                self.assertEqual("default-src 'none'; frame-ancestors 'none'", headers["content-security-policy"])
                self.assertEqual("no-store", headers["cache-control"])
                self.assertIn("max-age=", headers["strict-transport-security"])
                self.assertIn("camera=()", headers["permissions-policy"])
                self.assertFalse([name for name in headers if name in ("server", "x-powered-by") or "envoy" in name])

    def test_the_log_has_no_query_and_no_token(self):
        answer = self.gateway.signed_in("GET", LIST + "?q=somebody@example.org")
        entry = self.gateway.log_of(answer.headers["x-request-id"])
        self.assertEqual(("GET", LIST, 200), (entry["method"], entry["path"], entry["status"]))
        self.gateway.by_cookie("GET", LIST)
        last = self.gateway.ask("GET", "/api/v1/auth/google/callback?code=secret&state=secret").headers["x-request-id"]
        self.assertEqual("/api/v1/auth/google/callback", self.gateway.log_of(last)["path"])
        for secret in ("somebody", "Bearer", "ticketing_session", "secret"):
            self.assertNotIn(secret, str(self.gateway.log()))


def _received(answer) -> dict:
    return answer.json["headers"]


def _where(answer) -> tuple:
    return answer.json["service"], answer.json["path"]


def _is_own(address: str) -> bool:
    """True if this machine has that address."""
    try:
        family = socket.getaddrinfo(address, 0, flags=socket.AI_NUMERICHOST)[0][0]
        with socket.socket(family) as probe:
            probe.bind((address, 0))
    except OSError:
        return False
    return True
