import socket
import time

listener = socket.create_server(("192.0.2.10", 8080))
print("listening", flush=True)
time.sleep(60)
