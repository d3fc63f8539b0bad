import socket
import time

listener = socket.socket()
listener.bind(("127.0.0.1", 5321))
listener.listen(5)

client = socket.socket()
client.connect(("127.0.0.1", 5321))
server, peer = listener.accept()

print("send", client.send(b"one"))
print("send", client.send(b"two"))
time.sleep(0.2)

print("recv(100)", server.recv(100))

print("send", client.send(b"a longer message"))
time.sleep(0.2)

print("recv(6)  ", server.recv(6))
print("recv(6)  ", server.recv(6))
print("recv(6)  ", server.recv(6))

client.close()
print("recv(6)  ", server.recv(6))
print("recv(6)  ", server.recv(6))
