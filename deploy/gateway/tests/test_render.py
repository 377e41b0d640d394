import json
import unittest

from render import ValueRefused, check

GIVEN = {
    "PORT": "3000",
    "ADMIN_PORT": "3001",
    "INNGEST_PORT": "3002",
    "CLIENT_URL": "http://localhost:5173",
    **{f"{service}_HOST": "127.0.0.1" for service in ("AUTH", "TICKET", "TRIAGE", "NOTIFICATION")},
    **{f"{service}_PORT": "4000" for service in ("AUTH", "TICKET", "TRIAGE", "NOTIFICATION")},
}


class CheckingTest(unittest.TestCase):
    def test_what_nobody_sets_has_a_default(self):
        checked = check(GIVEN)
        self.assertEqual(
            ["200", "400", "150", "300", '"127.0.0.1"'],
            [
                checked[name]
                for name in (
                    "RATE_LIMIT_ADDRESS",
                    "RATE_LIMIT_ADDRESS_BURST",
                    "RATE_LIMIT_USER",
                    "RATE_LIMIT_USER_BURST",
                    "BIND_ADDRESS",
                )
            ],
        )

    def test_an_empty_value_is_as_good_as_none(self):
        self.assertEqual("200", check({**GIVEN, "RATE_LIMIT_ADDRESS": ""})["RATE_LIMIT_ADDRESS"])

    def test_a_burst_is_twice_the_rate_unless_it_is_set(self):
        self.assertEqual("14", check({**GIVEN, "RATE_LIMIT_USER": "7"})["RATE_LIMIT_USER_BURST"])
        self.assertEqual(
            "8", check({**GIVEN, "RATE_LIMIT_USER": "7", "RATE_LIMIT_USER_BURST": "8"})["RATE_LIMIT_USER_BURST"]
        )

    def test_an_origin_is_written_as_browsers_send_it(self):
        for given, sent in (
            ("http://localhost:5173/", "http://localhost:5173"),
            ("https://App.Example.org", "https://app.example.org"),
            ("https://app.example.org:443", "https://app.example.org"),
            ("http://[::1]:80", "http://[::1]"),
        ):
            with self.subTest(given):
                self.assertEqual(sent, json.loads(check({**GIVEN, "CLIENT_URL": given})["CLIENT_URL"]))

    def test_a_wrong_value_is_refused_by_name(self):
        for name, values in {
            "CLIENT_URL": (
                "*",
                "ftp://x",
                "http://",
                "http://a b",
                "http://x/path",
                'http://x"}]',
                "http://x\n  evil: 1",
                "javascript://x",
            ),
            "PORT": ("0", "65536", "-1", "80a", "3000\n", "３０００", "1e3", "3000 }"),
            "AUTH_HOST": ("a b", "x, y", "-x", "x\n", '"', "x }"),
            "BIND_ADDRESS": ("localhost", "0.0.0.0 }", "::/0"),
            "RATE_LIMIT_ADDRESS": ("0", "1.5", "many", "1000001"),
            "RATE_LIMIT_USER_BURST": ("0", "lots"),
        }.items():
            for value in values:
                with self.subTest(name, value=value), self.assertRaisesRegex(ValueRefused, f"^{name}: "):
                    check({**GIVEN, name: value})

    def test_a_missing_or_unknown_value_is_named(self):
        with self.assertRaisesRegex(ValueRefused, "^PORT: missing$"):
            check({name: value for name, value in GIVEN.items() if name != "PORT"})
        with self.assertRaisesRegex(ValueRefused, "^TYPO: not a value of the gateway$"):
            check({**GIVEN, "TYPO": "1"})
