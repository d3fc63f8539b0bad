import socket
import sys

port, times, request = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
closed = 0
for number in range(times):
    with socket.create_connection(("127.0.0.1", port), timeout=0.2) as sock:
        try:
            sock.sendall(request.encode())
            sock.shutdown(socket.SHUT_WR)
            while sock.recv(100) != b"":
                pass
            closed += 1
        except OSError:
            pass
print(f"{times} connections: the server closed {closed}")
