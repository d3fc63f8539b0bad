import socket
import time

listeners = [socket.create_server(("127.0.0.1", 8081))]
for port in 8082, 8083, 8086, 8087:
    listeners.append(socket.create_server(("0.0.0.0", port)))
print("listening", flush=True)
time.sleep(60)
