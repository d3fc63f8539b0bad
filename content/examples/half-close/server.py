import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((host, port))
listener.listen(5)
print("listening", flush=True)

connection, peer = listener.accept()

numbers = b""
while data := connection.recv(1024):
    numbers += data
print("end of file after", numbers)

total = sum(int(number) for number in numbers.split())
connection.sendall(str(total).encode())
connection.close()
