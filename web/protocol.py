"""HTTP/1.1 as uvicorn speaks it, except that what is no HTTP is refused in Chinese."""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REFUSAL = "请求的写法不对：地址里的汉字要写成编码（如 %E5%85%AC），浏览器会自己做。请从首页重新进入。\n"


class Protocol(H11Protocol):
    """An address may only hold ASCII (RFC 9112 section 3.2); other bytes never reach the application."""

    def send_400_response(self, msg: str) -> None:
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"x-content-type-options", b"nosniff"),
            (b"connection", b"close"),
        ]
        events = (h11.Response(status_code=400, headers=headers), h11.Data(data=REFUSAL.encode()), h11.EndOfMessage())
        for event in events:
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
