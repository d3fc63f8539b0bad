import os
import socket

first = socket.socket()
second = socket.socket()
copy = first.dup()

for name, which in ("first", first), ("second", second), ("copy", copy):
    print(name, "descriptor", which.fileno(), "is", os.readlink(f"/proc/self/fd/{which.fileno()}"))

first.bind(("127.0.0.1", 5351))
print("second", second.getsockname())
print("copy  ", copy.getsockname())

first.close()
print("copy   after first.close()", copy.getsockname())

third = socket.socket()
print("third descriptor", third.fileno())
