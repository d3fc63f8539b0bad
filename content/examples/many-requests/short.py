import socket
import sys

times, port = int(sys.argv[1]), int(sys.argv[2])

for _ in range(times):
    s = socket.create_connection(("192.0.2.10", port))
    s.sendall(b"hello\n")
    s.recv(100)
    s.close()
print(times, "requests answered")
