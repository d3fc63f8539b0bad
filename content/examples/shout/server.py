import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((host, port))
listener.listen(5)
print("listening", flush=True)

connection, peer = listener.accept()
print("a client came from", peer[0])

while data := connection.recv(1024):
    print("received", data.decode())
    connection.sendall(data.upper())

print("the client has closed")
connection.close()
listener.close()
