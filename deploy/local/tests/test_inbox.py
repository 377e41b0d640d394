"""The inbox as it runs in a stack: real SMTP in, JSON out, nobody's address in its log."""

from __future__ import annotations

import contextlib
import io
import smtplib
import tempfile
import unittest
from email.message import EmailMessage
from pathlib import Path

from stack import api, process
from stack.inbox import INBOX
from stack.starting import start_all
from tests import fakes


class InboxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.stack = fakes.stack(Path(folder.name))
        for name in INBOX.ports:
            cls.stack.ports.settle(name, held=False)
        cls.addClassCleanup(process.stop, cls.stack.home, INBOX.name, 5.0)
        with contextlib.redirect_stdout(io.StringIO()):
            start_all(cls.stack, [INBOX])

    def send(self, raw: bytes) -> None:
        with smtplib.SMTP("127.0.0.1", self.stack.ports["inbox-smtp"], timeout=10) as connection:
            connection.sendmail("desk@example.org", ["mira@example.org"], raw)

    def mail_with(self, subject: str) -> dict | None:
        url = f"http://127.0.0.1:{self.stack.ports['inbox']}/api/messages/"
        mails = api.call("GET", url).body["data"]
        return next((mail for mail in mails if mail["subject"] == subject), None)

    def test_a_mail_can_be_read_and_its_addresses_are_not_in_the_log(self):
        subject = "Drücker klemmt — ticket assigned to you, with a subject that goes on for longer than one line of a header"
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "desk@example.org", "mira@example.org", subject
        mail.set_content("Grüße\n")
        mail.add_alternative("<b>Grüße</b>", subtype="html")
        self.send(mail.as_bytes())
        found = api.until(5, lambda: self.mail_with(subject))
        self.assertEqual(["mira@example.org"], found["recipients_envelope"])
        self.assertNotIn("@example.org", self.stack.home.log_file("inbox").read_text(encoding="utf-8"))

    def test_a_broken_mail_does_not_end_the_storing_of_others(self):
        for broken in (b"Subject: =?utf-8?b?/w==?=\r\n\r\nx", b"Subject: a\xff\r\nTo: \xff\r\n\r\n\xff\x00", b"\r\n"):
            with contextlib.suppress(smtplib.SMTPResponseException):
                self.send(broken)
        self.send(b"Subject: the next one\r\n\r\nx")
        self.assertTrue(api.until(5, lambda: self.mail_with("the next one")))
