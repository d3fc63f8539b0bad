import socket

SERVER = "127.0.0.1:5810"
STATES = {"01": "ESTABLISHED", "0A": "LISTEN"}


def endpoint(field):
    address, port = field.split(":")
    four_bytes = bytes.fromhex(address)[::-1]
    return f"{socket.inet_ntoa(four_bytes)}:{int(port, 16)}"


listener = socket.create_server(("127.0.0.1", 5810))
client = socket.create_connection(("127.0.0.1", 5810))

rows = []
with open("/proc/net/tcp") as table:
    for line in list(table)[1:]:
        _, local, foreign, state, *_ = line.split()
        row = endpoint(local), endpoint(foreign), STATES.get(state)
        if SERVER in row and row[2]:
            rows.append(row)

rows.sort(key=lambda row: (row[2] != "LISTEN", row[0] != SERVER))
for local, foreign, state in rows:
    print(f"{local:20} {foreign:20} {state}")
