import socket

sessions = {}


def serve(sock, peer):
    with sock:
        sessions[peer] = sock
        try:
            request = sock.recv(100)
            if not request.startswith(b"GET"):
                return
            sock.sendall(b"hello\n")
        finally:
            del sessions[peer]


listener = socket.create_server(("127.0.0.1", 5741))
print("listening", flush=True)
while True:
    serve(*listener.accept())
