import json
import tempfile
import unittest
from pathlib import Path

from openapi import DescriptionError, merge, read, renew

from .rig import sample_root

ME = "/api/v1/auth/me"
LOGIN = "/api/v1/auth/login"
STATUS = "/api/v1/auth/admin/user/{userId}/status"


class MergingTest(unittest.TestCase):
    def test_every_services_paths_stand_in_one_description(self):
        merged = merge(
            {
                "auth-service": described({ME: {"get": {}}}),
                "ticket-service": described({"/api/v1/tickets": {"post": {}}}),
            }
        )
        self.assertEqual([ME, "/api/v1/tickets"], list(merged["paths"]))
        self.assertEqual(("Ticketing API", [{"url": "/"}]), (merged["info"]["title"], merged["servers"]))

    def test_every_operation_may_be_answered_for_a_service_that_does_not_answer_in_time(self):
        merged = merge({"auth-service": described({ME: {"get": {"responses": {"200": {}, "default": {}}}}})})
        answers = merged["paths"][ME]["get"]["responses"]
        self.assertEqual(["200", "504", "default"], list(answers))
        self.assertIn(answers["504"]["$ref"].rpartition("/")[2], merged["components"]["responses"])

    def test_two_services_may_share_a_path_but_not_an_operation(self):
        shared = merge({"a": described({ME: {"get": {"summary": "a"}}}), "b": described({ME: {"patch": {}}})})
        self.assertEqual({"get", "patch"}, shared["paths"][ME].keys())
        with self.assertRaisesRegex(DescriptionError, f"operation 'get {ME}' means one thing in a and another in b"):
            merge({"a": described({ME: {"get": {"summary": "a"}}}), "b": described({ME: {"get": {"summary": "b"}}})})

    def test_what_the_gateway_keeps_inside_is_left_out(self):
        inside = {"/q/health": {"get": {}}, "/api/inngest": {"put": {}}, "/api/v1extra": {"get": {}}}
        self.assertEqual({}, merge({"auth-service": described(inside)})["paths"])

    def test_equal_schemas_of_one_name_are_one(self):
        user = {"schemas": {"User": {"type": "object"}}}
        merged = merge({"a": described(components=user), "b": described(components=user)})
        self.assertEqual(user["schemas"], merged["components"]["schemas"])

    def test_different_schemas_of_one_name_are_refused(self):
        with self.assertRaisesRegex(
            DescriptionError, r"components.schemas 'User' means one thing in a and another in b"
        ):
            merge(
                {
                    "a": described(components={"schemas": {"User": {"type": "object"}}}),
                    "b": described(components={"schemas": {"User": {"type": "string"}}}),
                }
            )

    def test_header_or_cookie_secures_everything_but_what_is_for_anyone(self):
        of_service = {"security": [{"SecurityScheme": []}]}
        merged = merge(
            {
                "auth-service": described(
                    {ME: {"get": of_service}, LOGIN: {"post": of_service}, STATUS: {"get": of_service, "patch": of_service}},
                    components={"securitySchemes": {"SecurityScheme": {"type": "http"}}},
                )
            }
        )
        schemes = merged["components"]["securitySchemes"]
        self.assertEqual(["bearer", "session"], list(schemes))
        self.assertEqual(("apiKey", "cookie", "ticketing_session"), tuple(schemes["session"][key] for key in ("type", "in", "name")))
        self.assertEqual([{"bearer": []}, {"session": []}], merged["security"])
        self.assertNotIn("security", merged["paths"][ME]["get"])
        self.assertNotIn("security", merged["paths"][STATUS]["patch"])
        self.assertEqual([], merged["paths"][LOGIN]["post"]["security"])
        self.assertEqual([{"bearer": []}], merged["paths"][STATUS]["get"]["security"])

    def test_tags_are_listed_once(self):
        tags = [{"name": "Tickets", "description": "All about tickets."}]
        self.assertEqual(tags, merge({"a": described(tags=tags), "b": described(tags=tags)})["tags"])

    def test_an_operation_id_names_one_operation(self):
        with self.assertRaisesRegex(DescriptionError, "operationId 'list'"):
            merge(
                {
                    "a": described({ME: {"get": {"operationId": "list"}}}),
                    "b": described({LOGIN: {"post": {"operationId": "list"}}}),
                }
            )

    def test_another_version_of_openapi_is_refused(self):
        with self.assertRaisesRegex(DescriptionError, "auth-service: OpenAPI 3.1 expected, found '3.0.3'"):
            merge({"auth-service": {"openapi": "3.0.3", "paths": {}}})


class ReadingTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = sample_root(Path(folder.name), {"auth-service": described({ME: {"get": {}}})})
        self.ticket = self.root / "ticket-service" / "target" / "openapi" / "openapi.json"

    def test_each_service_is_read(self):
        self.assertEqual({ME: {"get": {}}}, read(self.root)["auth-service"]["paths"])

    def test_the_copy_for_clients_is_what_the_gateway_serves(self):
        (self.root / "docs").mkdir()
        renew(self.root)
        kept = (self.root / "docs" / "openapi.json").read_text(encoding="utf-8")
        self.assertEqual(merge(read(self.root)), json.loads(kept))
        self.assertTrue(kept.endswith("}\n"))

    def test_a_service_that_is_not_built_is_named(self):
        self.ticket.unlink()
        with self.assertRaisesRegex(DescriptionError, "ticket-service.* is missing: build ticket-service first"):
            read(self.root)

    def test_a_description_that_is_not_json_is_named(self):
        self.ticket.write_text("{")
        with self.assertRaisesRegex(DescriptionError, "ticket-service.* is not JSON"):
            read(self.root)


def described(paths=None, components=None, tags=()) -> dict:
    description = {
        "openapi": "3.1.0",
        "info": {"title": "one", "version": "9"},
        "paths": paths or {},
        "components": components or {},
        "tags": list(tags),
    }
    return json.loads(json.dumps(description))
