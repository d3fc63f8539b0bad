import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

connection = socket.socket()
connection.connect((host, port))

connection.sendall(b"17 20 ")
connection.sendall(b"5")
connection.shutdown(socket.SHUT_WR)

try:
    connection.send(b" 8")
except OSError as error:
    print("send:", error)

print("recv:", connection.recv(1024))
print("recv:", connection.recv(1024))
connection.close()
