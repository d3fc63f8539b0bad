import socket
import time

listeners = [socket.create_server(("192.0.2.10", port)) for port in (80, 22)]
print("listening", flush=True)
time.sleep(60)
