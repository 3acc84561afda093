"""The witness over HTTP: `POST /add-checkpoint`, `GET /<hex sha256(origin)>/checkpoint`."""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from mingfa.witness.refusals import Refused
from mingfa.witness.witness import Reply, Witness

MAX_BODY = 256 * 1024


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], witness: Witness) -> None:
        super().__init__(address, Handler)
        self.witness = witness


class Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "mingfa-witness"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_POST(self) -> None:
        body = self._body()
        if isinstance(body, Reply):
            self.close_connection = True
            self._answer(body)
        elif self.path != "/add-checkpoint":
            self._answer(Reply(HTTPStatus.NOT_FOUND, "没有此地址\n"))
        else:
            try:
                self._answer(self.server.witness.add_checkpoint(body))
            except Refused as refusal:
                print(refusal, file=sys.stderr, flush=True)
                self._answer(
                    Reply(HTTPStatus.INTERNAL_SERVER_ERROR, "见证方暂时无法签署，请与其管理人员联系\n")
                )

    def do_GET(self) -> None:
        name, slash, rest = self.path.removeprefix("/").partition("/")
        if slash and rest == "checkpoint":
            self._answer(self.server.witness.checkpoint(name))
        else:
            self._answer(Reply(HTTPStatus.NOT_FOUND, "没有此地址\n"))

    def _body(self) -> bytes | Reply:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            return Reply(HTTPStatus.LENGTH_REQUIRED, "请求须注明长度\n")
        if len(length) > 9 or int(length) > MAX_BODY:
            return Reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "请求过长\n")
        return self.rfile.read(int(length))

    def _answer(self, reply: Reply) -> None:
        data = reply.body.encode()
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        print(f"{self.log_date_time_string()} {format % args}", file=sys.stderr, flush=True)
