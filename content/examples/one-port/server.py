import socket

listener = socket.create_server(("127.0.0.1", 5710))
print("listener is descriptor", listener.fileno(), flush=True)
kept = []
while len(kept) < 3:
    sock, peer = listener.accept()
    kept.append(sock)
    print("descriptor", sock.fileno(), "local", sock.getsockname(), "peer", peer)
