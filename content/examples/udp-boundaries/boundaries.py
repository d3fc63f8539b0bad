import socket

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 5403))

sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.connect(("127.0.0.1", 5403))

sender.send(b"0123456789")
sender.send(b"")
sender.send(b"last")

print(receiver.recv(4))
print(receiver.recv(100))
print(receiver.recv(100))

for size in 65507, 65508:
    try:
        print(sender.send(bytes(size)), "bytes sent")
    except OSError as error:
        print(size, "bytes:", error)
