import socket

ICMP_ECHO_REQUEST = 8


def checksum(data):
    total = sum(int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return (~total & 0xFFFF).to_bytes(2, "big")


# Type, code, checksum (not known yet), identifier, sequence number; then any data.
before, after = bytes([ICMP_ECHO_REQUEST, 0]), bytes([0x12, 0x34, 0, 1]) + b"hello!"
request = before + checksum(before + bytes(2) + after) + after

raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
raw.settimeout(2)
raw.sendto(request, ("127.0.0.1", 0))
print("sent", len(request), "bytes:", request.hex(" "))

for _ in range(2):
    packet, sender = raw.recvfrom(2048)
    header, message = packet[:20], packet[20:]
    print()
    print("received", len(packet), "bytes from", sender)
    print("IP version", header[0] >> 4, "protocol", header[9], "ICMP type", message[0])
    print("message:", message.hex(" "))
