import socket
import sys
import time

kind = sys.argv[1]
if kind == "stream":
    listener = socket.create_server(("192.0.2.10", 8080))
    print("ready", flush=True)
    receiver, peer = listener.accept()
elif kind == "datagram":
    receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    receiver.bind(("192.0.2.10", 9999))
    print("ready", flush=True)
else:
    receiver = socket.socket(socket.AF_INET, socket.SOCK_RAW, 253)
    receiver.bind(("192.0.2.10", 0))
    print("ready", flush=True)

time.sleep(1.2)  # until all is over
receiver.settimeout(0.2)
try:
    while data := receiver.recv(100):
        print(len(data), "bytes:", data)
except TimeoutError:
    pass
print("nothing more")
