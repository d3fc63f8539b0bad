import socket
import sys

for port in sys.argv[1:]:
    try:
        socket.socket().bind(("0.0.0.0", int(port)))
        print(port, "works")
    except OSError as error:
        print(port, error)
