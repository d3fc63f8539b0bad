import socket

listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
listener.bind("app.sock")
listener.listen()
print("listening", flush=True)

connection, peer = listener.accept()
connection.sendall(connection.recv(1024).upper())
