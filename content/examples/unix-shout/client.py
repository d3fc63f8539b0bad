import os
import socket
import stat

print("app.sock is a socket:", stat.S_ISSOCK(os.stat("app.sock").st_mode))

connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
connection.connect("app.sock")
connection.sendall(b"hello")
print("answered", connection.recv(1024).decode())
print("peer", connection.getpeername())
