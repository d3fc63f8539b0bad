import socket

for name, kind, protocol in ("SCTP", 1, 132), ("DCCP", 6, 33):
    try:
        socket.socket(socket.AF_INET, kind, protocol)
    except OSError as error:
        print(name, error)
