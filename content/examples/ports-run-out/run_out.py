import socket
import struct

IP_LOCAL_PORT_RANGE = 51  # for one socket, Linux 6.3 and later
IP_BIND_ADDRESS_NO_PORT = 24
FOUR_PORTS = struct.pack("I", 40003 << 16 | 40000)  # last, first

server = socket.create_server(("127.0.0.1", 5960))
other = socket.create_server(("127.0.0.1", 5961))
kept = []


def connect(where, source=None):
    s = socket.socket()
    kept.append(s)
    s.setsockopt(socket.IPPROTO_IP, IP_LOCAL_PORT_RANGE, FOUR_PORTS)
    if source is not None:
        s.setsockopt(socket.IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1)
        s.bind((source, 0))
    s.connect(where.getsockname())
    return s.getsockname()[1]


ports = []
try:
    while True:
        ports.append(connect(server))
        print("connected, from port", ports[-1])
except OSError as error:
    print(error)
print("other server: a port in use again is", connect(other) in ports)
print("other address: a port in use again is", connect(server, "127.0.0.2") in ports)
