import socket
import sys
import time

kind = sys.argv[1]
if kind == "stream":
    sender = socket.create_connection(("192.0.2.10", 8080))
elif kind == "datagram":
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.connect(("192.0.2.10", 9999))
else:
    sender = socket.socket(socket.AF_INET, socket.SOCK_RAW, 253)
    sender.connect(("192.0.2.10", 0))

for message in b"one", b"two", b"three":
    print("sent", sender.send(message), "bytes")
    time.sleep(0.1)

time.sleep(0.5)  # a word that was lost is sent again meanwhile
