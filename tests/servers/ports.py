"""Free local ports. Another process may take one before its server does, so whoever starts a server tries
again.
"""

import socket
from contextlib import ExitStack


def free_ports(count: int) -> list[int]:
    """Give `count` different ports that are free now; all are held until the last is found."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
