import socket

listener = socket.create_server(("192.0.2.10", 80))
print("listening", flush=True)
listener.accept()
