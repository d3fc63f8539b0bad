import socket

listener = socket.create_server(("192.0.2.10", 8080), backlog=100)
print("listening", flush=True)

while True:
    connection, peer = listener.accept()
    while request := connection.recv(100):
        connection.sendall(request.upper())
    connection.close()
