import socket

kept = []
for attempt in range(5):
    s = socket.socket()
    kept.append(s)
    try:
        s.connect(("192.0.2.10", 80))
        print("from port", s.getsockname()[1])
    except OSError as error:
        print(error)

s = socket.socket()
s.connect(("192.0.2.10", 22))
print("to port 22, from port", s.getsockname()[1])
