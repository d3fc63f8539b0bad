import socket


def udp(port):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind(("127.0.0.1", port))
    s.settimeout(0.5)
    return s


server, stranger = udp(5620), udp(5621)
plain, connected = udp(5622), udp(5623)

plain.sendto(b"question", ("127.0.0.1", 5620))
connected.connect(("127.0.0.1", 5620))
connected.send(b"question")

for port in (5622, 5623):
    stranger.sendto(b"from a stranger", ("127.0.0.1", port))

for name, client in (("plain", plain), ("connected", connected)):
    try:
        data, sender = client.recvfrom(100)
        print(name, "got", data, "from", sender)
    except TimeoutError:
        print(name, "got nothing")
