import socket
import sys

host, port = sys.argv[1], int(sys.argv[2])

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(2)

for word in "hello", "again":
    client.sendto(word.encode(), (host, port))
    answer, sender = client.recvfrom(2048)
    print("answered", answer.decode())

client.close()
