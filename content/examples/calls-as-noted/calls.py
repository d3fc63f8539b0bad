import socket

s = socket.socket()
host, port = "127.0.0.1", 5970

for line in (
    # as the note has them
    "s.bind(host, port)",
    "s.send()",
    "s.recv()",
    # as Python wants them
    "s.bind((host, port))",
    "s.listen()",
    "s.send(b'hello')",
    "s.recv(1024)",
    "s.close()",
):
    try:
        eval(line)
        print(f"{line:22} works")
    except (TypeError, OSError) as error:
        reason = error if isinstance(error, OSError) else "TypeError: wrong arguments"
        print(f"{line:22} {reason}")
