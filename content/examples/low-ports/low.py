import socket

for port in 80, 1023, 1024:
    s = socket.socket()
    try:
        s.bind(("192.0.2.10", port))
        print(port, "ok")
    except OSError as error:
        print(port, error)
