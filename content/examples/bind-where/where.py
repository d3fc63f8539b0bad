import socket

# One port, two addresses of this host: two sockets that do not disturb each other.
first = socket.create_server(("127.0.0.1", 5610))
second = socket.create_server(("127.0.0.2", 5610))

for address in ("127.0.0.1", "127.0.0.2", "127.0.0.3"):
    try:
        socket.create_connection((address, 5610)).close()
        print(address, "connected")
    except OSError as error:
        print(address, error.strerror)

# The wildcard would overlap with both.
try:
    socket.create_server(("0.0.0.0", 5610))
except OSError as error:
    print("0.0.0.0", error.strerror)
