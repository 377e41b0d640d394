"""How the broker is set up."""

from __future__ import annotations

import unittest
import uuid
from unittest import mock

from stack import broker


class ClusterIdTest(unittest.TestCase):
    def test_it_never_looks_like_an_option(self):
        like_an_option, harmless = uuid.UUID(bytes=b"\xf8" + bytes(15)), uuid.UUID(bytes=b"\x04" + bytes(15))
        with mock.patch.object(broker.uuid, "uuid4", side_effect=[like_an_option, harmless]):
            self.assertEqual("BAAAAAAAAAAAAAAAAAAAAA", broker._cluster_id())
