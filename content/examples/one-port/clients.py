import socket

server = ("127.0.0.1", 5710)
first = socket.create_connection(server, source_address=("127.0.0.1", 5711))
second = socket.create_connection(server, source_address=("127.0.0.1", 5712))
third = socket.create_connection(server, source_address=("127.0.0.2", 5711))
for sock in first, second, third:
    sock.recv(1)  # waits until the server has closed
