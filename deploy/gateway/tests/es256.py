"""Signs tokens as auth-service does, and as a forger would, with the standard library alone.

For tests: slow, and open to timing attacks.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time

# The curve P-256 (FIPS 186-4, D.1.2.3).
_P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


# What comes before the point of a public key on P-256 in its DER form (RFC 5480).
_DER_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d030107034200")


class Key:
    """A fresh signing key."""

    def __init__(self, kid: str = "test"):
        self.kid = kid
        self._secret = secrets.randbelow(_N - 1) + 1
        self._public = _times(self._secret, _G)

    def jwk(self) -> dict:
        """The public half, as it stands in a key set."""
        x, y = (_base64url(part.to_bytes(32, "big")) for part in self._public)
        return {"kty": "EC", "crv": "P-256", "alg": "ES256", "use": "sig", "kid": self.kid, "x": x, "y": y}

    def der(self) -> bytes:
        """The public half, as X.509 has it."""
        return _DER_PREFIX + b"\x04" + b"".join(part.to_bytes(32, "big") for part in self._public)

    def pem(self) -> bytes:
        """The same in PEM's frame."""
        body = base64.encodebytes(self.der()).replace(b"\n", b"")
        lines = [body[at : at + 64] for at in range(0, len(body), 64)]
        return b"\n".join([b"-----BEGIN PUBLIC KEY-----", *lines, b"-----END PUBLIC KEY-----", b""])

    def token(self, kid: str | None = None, **claims) -> str:
        """A valid token, changed by what `claims` says; None leaves a claim out. `kid` names another key than signed."""
        now = int(time.time())
        all_claims = {
            "iss": "ticketing-auth",
            "aud": "ticketing",
            "sub": "65f000000000000000000001",
            "iat": now,
            "exp": now + 600,
            **claims,
        }
        signed = unsigned(
            {name: value for name, value in all_claims.items() if value is not None},
            {"alg": "ES256", "typ": "JWT", "kid": kid or self.kid},
        )
        return f"{signed}.{_base64url(self._signature(signed.encode()))}"

    def _signature(self, message: bytes) -> bytes:
        digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
        once = secrets.randbelow(_N - 1) + 1
        r = _times(once, _G)[0] % _N
        s = pow(once, -1, _N) * (digest + r * self._secret) % _N
        return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def hs256(claims: dict, kid: str, secret: bytes) -> str:
    """A token with a MAC where a signature is expected."""
    signed = unsigned(claims, {"alg": "HS256", "typ": "JWT", "kid": kid})
    return f"{signed}.{_base64url(hmac.digest(secret, signed.encode(), 'sha256'))}"


def unsigned(claims: dict, header: dict) -> str:
    """Header and claims as a token carries them, without a signature."""
    return ".".join(_base64url(json.dumps(part).encode()) for part in (header, claims))


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _times(factor: int, point):
    product = None
    while factor:
        if factor & 1:
            product = _plus(product, point)
        point = _plus(point, point)
        factor >>= 1
    return product


def _plus(one, other):
    if one is None or other is None:
        return one or other
    (x1, y1), (x2, y2) = one, other
    if x1 == x2 and (y1 + y2) % _P == 0:
        return None
    slope = (3 * x1 * x1 - 3) * pow(2 * y1, -1, _P) if one == other else (y2 - y1) * pow(x2 - x1, -1, _P)
    x = (slope * slope - x1 - x2) % _P
    return x, (slope * (x1 - x) - y1) % _P
