import socket
import time

SERVER = "198.51.100.10"
ENDPOINTS = [(SERVER, port) for port in (8080, 80, 83, 82)]
ENDPOINTS += [("198.51.100.99", 8080), (SERVER, 81), (SERVER, 8443), (SERVER, 8025)]
ENDPOINTS += [("shpo.example", 8080)]

for host, port in ENDPOINTS:
    start = time.monotonic()
    result = ""
    try:
        s = socket.create_connection((host, port), timeout=10)
        result = "connected, "
        s.sendall(b"GET / HTTP/1.0\r\n\r\n")
        result += f"received {len(s.recv(1000))} bytes"
    except OSError as error:
        result += str(error)
    print(f"{host:13} {port:<4} after {time.monotonic() - start:4.1f} s: {result}")
