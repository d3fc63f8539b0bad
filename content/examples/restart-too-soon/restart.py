import socket
import sys


def listen():
    s = socket.socket()
    if "reuse" in sys.argv:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("127.0.0.1", 8081))
    s.listen()
    return s


server = listen()
client = socket.create_connection(("127.0.0.1", 8081))
connection, peer = server.accept()
connection.close()  # the server's side closes first
client.close()
server.close()

try:
    listen()
    print("bound again")
except OSError as error:
    print(error)
