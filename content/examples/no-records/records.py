import socket

listener = socket.create_server(("127.0.0.1", 5720))
sender = socket.create_connection(("127.0.0.1", 5720))
receiver, _ = listener.accept()

sender.sendall(b"one")
sender.sendall(b"two")
sender.sendall(b"three")
sender.close()

while data := receiver.recv(4):
    print(data)
