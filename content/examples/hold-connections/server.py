import socket

listener = socket.create_server(("192.0.2.10", 9000), backlog=100)
print("listening", flush=True)

kept = []
while True:
    kept.append(listener.accept())
