import socket
import time

HOST = "192.0.2.10"

# 80: a live listener.
web = socket.create_server(("0.0.0.0", 80))

# 8081: the server's side closes first, and its listener goes as well.
listener = socket.socket()
listener.bind((HOST, 8081))
listener.listen()
client = socket.create_connection((HOST, 8081))
connection, peer = listener.accept()
connection.close()
client.close()
listener.close()

# 8082: a connection that outlives its listener.
listener = socket.socket()
listener.bind((HOST, 8082))
listener.listen()
kept_client = socket.create_connection((HOST, 8082))
kept, peer = listener.accept()
listener.close()

# 8083: a listener of IPv6 that takes IPv4 too.
dual = socket.create_server(("::", 8083), family=socket.AF_INET6, dualstack_ipv6=True)

# 40210: a client.
curl = socket.create_connection((HOST, 80), source_address=(HOST, 40210))

print("held", flush=True)
time.sleep(60)
