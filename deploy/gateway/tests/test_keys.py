"""How the gateway comes by the keys that verify tokens, and by new ones."""

import threading
import unittest

from .case import CREATE, LIST
from .es256 import Key
from .rig import Gateway, eventually


class KeysRotateTest(unittest.TestCase):
    """auth-service publishes a key ten minutes before the key signs; here the gateway forgets keys sooner than it does."""

    def test_a_key_that_is_published_later_is_learnt_and_one_that_is_withdrawn_is_forgotten(self):
        with Gateway(KEYS_CACHE_SECONDS="1") as gateway:
            old, new = gateway.key, Key("new")
            for ask in (gateway.by_cookie, _by_header(gateway)):
                self.assertEqual(200, ask("GET", LIST, old.token()).status)
                self.assertEqual(401, ask("GET", LIST, new.token()).status)
            gateway.keys.append(new)
            for ask in (gateway.by_cookie, _by_header(gateway)):
                eventually(lambda ask=ask: ask("GET", LIST, new.token()).status == 200, "the new key was not fetched")
                self.assertEqual(200, ask("GET", LIST, old.token()).status)
            gateway.keys.remove(old)
            for ask in (gateway.by_cookie, _by_header(gateway)):
                eventually(lambda ask=ask: ask("GET", LIST, old.token()).status == 401, "the old key is still trusted")
                self.assertEqual(200, ask("GET", LIST, new.token()).status)


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
            # Once for tokens in headers, and once for those in cookies.
            eventually(lambda: auth.asked_for_keys >= 2, "the keys were not asked for")
            head = f"POST {CREATE} HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\nAuthorization: Bearer {gateway.key.token()}"
            connection.sendall(head.encode() + b"\r\n\r\n" + b"x" * 65536)
            eventually(lambda: auth.asked_for_keys >= 3, "the request did not ask for the keys")
            hand_out_keys.set()
            self.assertEqual(65536, Gateway.read(connection).json["bytes"])


def _by_header(gateway: Gateway):
    return lambda method, path, token: gateway.ask(method, path, authorization=f"Bearer {token}")
