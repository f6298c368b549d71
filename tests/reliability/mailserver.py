"""A mail server that keeps what it gets, and can end whoever brings it before saying thanks."""

from contextlib import suppress
from email import message_from_string
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


class MailServer(ThreadingTCPServer):
    """``got`` is what it took; ``taken`` is called before it says so."""

    daemon_threads = True

    def __init__(self, got, taken=None):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.got, self.taken = got, taken or (lambda: None)
        Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"


class Conversation(StreamRequestHandler):
    server: MailServer

    def handle(self):
        self.say("220 ready")
        while line := self.rfile.readline().decode().strip():
            match line.split()[0].upper():
                case "DATA":
                    self.say("354 go on")
                    self.server.got.append(message_from_string("".join(self.text())))
                    self.server.taken()
                    self.say("250 taken")
                case "QUIT":
                    self.say("221 bye")
                    return
                case _:
                    self.say("250 fine")

    def text(self):
        while (line := self.rfile.readline().decode()) not in {".\r\n", ""}:
            yield line

    def say(self, words):
        with suppress(OSError):  # whoever brought it may be gone
            self.wfile.write(f"{words}\r\n".encode())
