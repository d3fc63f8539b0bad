import socket

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(0.4)

for attempt in 1, 2, 3:
    client.sendto(b"send 5 euros", ("127.0.0.1", 5404))
    try:
        answer, sender = client.recvfrom(2048)
    except TimeoutError:
        print("attempt", attempt, "no answer in time")
    else:
        print("attempt", attempt, "answer:", answer.decode())
        break
