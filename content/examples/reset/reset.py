import socket
import time

listener = socket.create_server(("127.0.0.1", 5730))


def try_to(name, call, *args):
    try:
        print(name, call(*args))
    except OSError as error:
        print(name, type(error).__name__, error.strerror)
    time.sleep(0.1)


print("The peer closes, and we go on sending:")
client = socket.create_connection(("127.0.0.1", 5730))
server, _ = listener.accept()
server.close()
try_to("send", client.send, b"one")
try_to("send", client.send, b"two")
try_to("recv", client.recv, 100)

print("The peer closes with our data unread:")
client = socket.create_connection(("127.0.0.1", 5730))
server, _ = listener.accept()
try_to("send", client.send, b"hello")
server.close()
try_to("recv", client.recv, 100)
