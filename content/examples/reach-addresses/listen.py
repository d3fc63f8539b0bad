import socket
import sys
import time

listeners = []
for endpoint in sys.argv[1:]:
    host, port = endpoint.rsplit(":", 1)
    listeners.append(socket.create_server((host, int(port))))
print("listening", flush=True)
time.sleep(60)
