import socket
import sys

for port in 8081, 8082, 8083, 8084, 8086, 8087:
    line = str(port)
    for address in sys.argv[1:]:
        try:
            socket.create_connection((address, port), timeout=3)
            result = "connected"
        except OSError as error:
            result = error.strerror or str(error)
        line += f"   {address}: {result:18}"
    print(line.rstrip())
