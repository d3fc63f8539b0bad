import socket
import time

start = time.monotonic()
made = 0
has_failed = False
while True:
    try:
        s = socket.create_connection(("192.0.2.10", 8080))
    except OSError as error:
        if not has_failed:
            print(f"{time.monotonic() - start:.1f} s: {made} connections, then {error}")
            has_failed = True
        time.sleep(0.1)
        continue
    if has_failed:
        print(f"{time.monotonic() - start:.1f} s: works again")
        break
    made += 1
    s.sendall(b"hello\n")
    s.recv(100)
    s.close()
