import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 5404))
print("bound", flush=True)

for attempt in 1, 2:
    order, sender = server.recvfrom(2048)
    print("carried out:", order.decode())
    if attempt == 1:
        continue  # as if this answer were lost on its way
    server.sendto(b"done", sender)
