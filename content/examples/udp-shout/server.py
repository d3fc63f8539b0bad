import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((host, port))
print("bound", flush=True)

for _ in range(2):
    question, sender = server.recvfrom(2048)
    print("received", question.decode(), "from", sender[0])
    server.sendto(question.upper(), sender)

server.close()
