"""Where the news of a user has arrived: each service keeps who is who in its own database."""

from __future__ import annotations

from typing import Any, Collection

from stack import tools

# The databases of the services that hear of users from auth-service, through Kafka.
_DATABASES = {"ticket-service": "tickets", "triage-worker": "triage", "notification-service": "notifications"}

SERVICES = tuple(_DATABASES)


def behind(mongo_uri: str, users: Collection[str]) -> list[str]:
    """The services that do not know yet that these users are onboarded; all of them while the database is away."""
    with tools.mongo_client(mongo_uri) as client:
        return [service for service, database in _DATABASES.items() if not _knows(client[database], users)]


def _knows(database: Any, users: Collection[str]) -> bool:
    from pymongo.errors import PyMongoError

    try:
        known = database["known-users"].count_documents({"_id": {"$in": list(users)}, "onboarded": True})
    except PyMongoError:
        return False
    return known == len(users)
