import socket
import time

sessions = {}


def serve(sock, peer):
    sessions[peer] = sock
    request = sock.recv(100)
    if not request.startswith(b"GET"):
        return
    sock.sendall(b"hello\n")
    del sessions[peer]
    sock.close()


listener = socket.create_server(("127.0.0.1", 5740))
print("listening", flush=True)
while True:
    try:
        serve(*listener.accept())
    except OSError as error:
        print(f"{error}, {len(sessions)} sessions", flush=True)
        time.sleep(60)
