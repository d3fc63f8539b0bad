import socket
import sys

for endpoint in sys.argv[1:]:
    host, port = endpoint.rsplit(":", 1)
    try:
        with socket.create_connection((host, int(port)), timeout=2):
            print(endpoint, "connected")
    except OSError as error:
        print(endpoint, error)
