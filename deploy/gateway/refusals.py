"""How the gateway says no: every refusal that Envoy itself makes, in the API's error shape.

Envoy takes them as `local_reply_config.mappers`; the first that matches words the answer. They are a table here and not
YAML because they differ in two sentences each.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

_CHALLENGE = ("www-authenticate", 'Bearer realm="ticketing"')
_CHALLENGE_BAD_TOKEN = ("www-authenticate", 'Bearer realm="ticketing", error="invalid_token"')
_SIGN_IN = "Sign in: this route needs a valid access token."
_AWAY = "The service is not reachable at the moment; try again shortly."


@dataclass(frozen=True)
class Refusal:
    """One way of saying no: the status Envoy chose, and what the caller reads."""

    status: int
    title: str
    detail: str
    headers: tuple[tuple[str, str], ...] = ()
    #: The parts of the request at fault, with what would be right.
    errors: tuple[tuple[str, str], ...] = ()
    #: CEL over Envoy's own account of the request, for a status that means more than one thing.
    when: str | None = None
    #: The status the caller gets, where Envoy's is misleading.
    answered_as: int | None = None


REFUSALS = (
    # Without the keys nobody's token can be judged: that is our trouble, not the caller's, so it is not a 401.
    Refusal(
        401,
        "Service Unavailable",
        _AWAY,
        (("retry-after", "2"),),
        when="response.code_details.contains('Jwks_remote_fetch_is_failed')",
        answered_as=503,
    ),
    # RFC 6750: a challenge names an error only to somebody who did send a token.
    Refusal(401, "Unauthorized", _SIGN_IN, (_CHALLENGE,), when="response.code_details.contains('Jwt_is_missing')"),
    # A token for somebody else is as good as none; Envoy would say 403.
    Refusal(
        403,
        "Unauthorized",
        _SIGN_IN,
        (_CHALLENGE_BAD_TOKEN,),
        when="response.code_details.contains('jwt_authn_access_denied')",
        answered_as=401,
    ),
    # The one route that answers so is for a query with other characters than an address may have.
    Refusal(
        400,
        "Bad Request",
        "Please check: query",
        errors=(("query", "must be percent-encoded as RFC 3986 says"),),
        when="response.code_details == 'direct_response'",
    ),
    Refusal(400, "Bad Request", "The request is not valid HTTP, or its path has more than one reading."),
    Refusal(401, "Unauthorized", _SIGN_IN, (_CHALLENGE_BAD_TOKEN,)),
    Refusal(403, "Forbidden", "This is not allowed here."),
    Refusal(404, "Not Found", "There is nothing at this address; /docs shows what there is."),
    Refusal(405, "Method Not Allowed", "This method is not available here."),
    Refusal(408, "Request Timeout", "The request did not arrive in time."),
    Refusal(413, "Content Too Large", "The body is over the limit of 64 KiB."),
    Refusal(414, "URI Too Long", "The address is too long."),
    Refusal(426, "Upgrade Required", "HTTP/1.1 or newer is needed."),
    Refusal(429, "Too Many Requests", "Too many requests; wait a second and try again.", (("retry-after", "1"),)),
    Refusal(431, "Request Header Fields Too Large", "The headers are over the limit."),
    Refusal(502, "Bad Gateway", "The service gave an answer that could not be understood."),
    Refusal(503, "Service Unavailable", _AWAY, (("retry-after", "2"),)),
    Refusal(504, "Gateway Timeout", "The service did not answer in time."),
)


def mappers_json() -> str:
    """The table as Envoy's mappers; JSON, which is YAML too, on one line."""
    rest = Refusal(400, "Request Refused", "The request could not be handled.")
    return json.dumps([_mapper(refusal) for refusal in REFUSALS] + [_mapper(rest, op="GE", status="%RESPONSE_CODE%")])


def _mapper(refusal: Refusal, op: str = "EQ", status: object = None) -> dict:
    has_status = {
        "status_code_filter": {
            "comparison": {"op": op, "value": {"default_value": refusal.status, "runtime_key": "gateway.refusal"}}
        }
    }
    mapper = {
        "filter": has_status if refusal.when is None else {"and_filter": {"filters": [has_status, _cel(refusal.when)]}},
        "headers_to_add": [
            {"header": {"key": key, "value": value}, "append_action": "OVERWRITE_IF_EXISTS_OR_ADD"}
            for key, value in refusal.headers
        ],
        "body_format_override": {
            "content_type": "application/problem+json",
            "json_format": _problem(refusal, status or refusal.answered_as or refusal.status),
        },
    }
    if refusal.answered_as:
        mapper["status_code"] = refusal.answered_as
    return mapper


def _problem(refusal: Refusal, status: object) -> dict:
    return {
        "type": "about:blank",
        "title": refusal.title,
        "status": status,
        "detail": refusal.detail,
        "instance": "%PATH(NQ:PATH)%",
        "success": False,
        "statusCode": status,
        "message": refusal.detail,
        "errors": [{"field": field, "message": message} for field, message in refusal.errors],
        "traceId": "%REQ(X-REQUEST-ID)%",
    }


def _cel(expression: str) -> dict:
    return {
        "extension_filter": {
            "name": "envoy.access_loggers.extension_filters.cel",
            "typed_config": {
                "@type": "type.googleapis.com/envoy.extensions.access_loggers.filters.cel.v3.ExpressionFilter",
                "expression": expression,
            },
        }
    }
