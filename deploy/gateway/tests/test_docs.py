import unittest

from .case import LIST
from .rig import Gateway


class DocsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        described = {"openapi": "3.1.0", "paths": {LIST: {"get": {"responses": {}}}}}
        cls.gateway = Gateway(descriptions={"ticket-service": described})
        cls.gateway.start()
        cls.addClassCleanup(cls.gateway.stop)

    def test_the_description_is_served(self):
        answer = self.gateway.ask("GET", "/openapi")
        self.assertEqual((200, "application/json"), (answer.status, answer.headers["content-type"]))
        self.assertEqual([LIST], list(answer.json["paths"]))

    def test_the_page_and_all_that_it_loads_come_from_here(self):
        for path, kind in (
            ("/docs", "text/html"),
            ("/docs/", "text/html"),
            ("/docs/start.js", "text/javascript"),
            ("/docs/swagger-ui-bundle.js", "text/javascript"),
            ("/docs/swagger-ui.css", "text/css"),
        ):
            with self.subTest(path):
                answer = self.gateway.ask("GET", path)
                self.assertEqual(200, answer.status)
                self.assertEqual(kind + "; charset=utf-8", answer.headers["content-type"])
                self.assertGreater(len(answer.body), 100)
                self.assertEqual("public, max-age=300", answer.headers["cache-control"])
        policy = self.gateway.ask("GET", "/docs").headers["content-security-policy"]
        self.assertIn("script-src 'self';", policy)

    def test_the_front_door_leads_to_the_page(self):
        answer = self.gateway.ask("GET", "/")
        self.assertEqual((302, "/docs"), (answer.status, answer.headers["location"]))

    def test_they_are_for_looking_at_alone(self):
        for path in ("/", "/openapi", "/docs", "/docs/start.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css"):
            for method in ("POST", "DELETE", "OPTIONS", "TRACE"):
                with self.subTest(path, method=method):
                    answer = self.gateway.ask(method, path)
                    self.assertEqual((405, "GET, HEAD"), (answer.status, answer.headers["allow"]))
                    self.assertEqual((405, path), (answer.json["status"], answer.json["instance"]))
            self.assertIn(self.gateway.ask("HEAD", path).status, (200, 302))
