import socket

s = socket.create_connection(("192.0.2.10", 80))
print("here: ", s.getsockname())
print("there:", s.getpeername())
