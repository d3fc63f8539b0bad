import socket
import sys
import time

host, port = sys.argv[1], int(sys.argv[2])
start = time.monotonic()
try:
    socket.create_connection((host, port), timeout=5)
    print("connected", end=" ")
except OSError as error:
    print(repr(error), end=" ")
print(f"after {time.monotonic() - start:.0f} s")
