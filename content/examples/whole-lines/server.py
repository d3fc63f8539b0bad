import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])


def lines_from(connection):
    kept = b""
    while data := connection.recv(1024):
        kept += data
        while b"\n" in kept:
            line, kept = kept.split(b"\n", 1)
            yield line.decode()
    if kept:
        print("the stream ended within a line:", kept)


listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((host, port))
listener.listen(5)
print("listening", flush=True)

connection, peer = listener.accept()
for line in lines_from(connection):
    print("line:", line)
