import socket

s = socket.create_connection(("192.0.2.10", 8080))
for _ in range(5000):
    s.sendall(b"hello\n")
    s.recv(100)
s.close()
print("5000 requests answered")
