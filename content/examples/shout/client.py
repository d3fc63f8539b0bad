import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

connection = socket.socket()
connection.connect((host, port))

connection.sendall(b"hello")
answer = connection.recv(1024)
print("answered", answer.decode())

connection.close()
