import socket
import struct

IP_LOCAL_PORT_RANGE = 51  # of Linux 6.3 and later, for one socket
IP_BIND_ADDRESS_NO_PORT = 24
FOUR_PORTS = struct.pack("I", 40003 << 16 | 40000)  # the last and the first

servers = [socket.create_server(("127.0.0.1", port)) for port in (5960, 5961)]
kept = []


def connect(server, source=None):
    s = socket.socket()
    s.setsockopt(socket.IPPROTO_IP, IP_LOCAL_PORT_RANGE, FOUR_PORTS)
    if source is not None:
        s.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
        s.bind((source, 0))
    try:
        s.connect(server.getsockname())
        print("from", s.getsockname(), "to", s.getpeername())
        kept.append(s)
    except OSError as error:
        print("to", server.getsockname(), error)


for attempt in range(5):
    connect(servers[0])
connect(servers[1])
connect(servers[0], source="127.0.0.2")
