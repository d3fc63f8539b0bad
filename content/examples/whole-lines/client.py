import socket
import sys
import time

host, port = sys.argv[1], int(sys.argv[2])

connection = socket.socket()
connection.connect((host, port))

for piece in b"first li", b"ne\nsecond line\nthi", b"rd line\nlast":
    print("sending", piece)
    connection.sendall(piece)
    time.sleep(0.1)

connection.close()
