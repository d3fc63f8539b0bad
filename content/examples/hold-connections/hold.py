import socket
import sys
import time

most, port = int(sys.argv[1]), int(sys.argv[2])
kept = []
try:
    while len(kept) < most:
        kept.append(socket.create_connection(("192.0.2.10", port)))
    print(len(kept), "connections", flush=True)
except OSError as error:
    print(len(kept), "connections, then", error, flush=True)
time.sleep(60)
