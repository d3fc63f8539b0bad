import socket


def attempt(call, function, *arguments):
    try:
        function(*arguments)
        print(f"{call:34} works")
    except OSError as error:
        print(f"{call:34} {error}")


bound = socket.socket()
attempt("bind", bound.bind, ("127.0.0.1", 5311))
attempt("bind, a second time", bound.bind, ("127.0.0.1", 5312))
attempt("accept before listen", bound.accept)

other = socket.socket()
attempt("bind to the same port", other.bind, ("127.0.0.1", 5311))
attempt("bind to a stranger's address", other.bind, ("192.0.2.10", 5312))
attempt("recv before connect", other.recv, 1024)
attempt("connect to a port only bound", other.connect, ("127.0.0.1", 5311))

attempt("listen", bound.listen, 5)
client = socket.socket()
attempt("connect to it now", client.connect, ("127.0.0.1", 5311))
attempt("connect, a second time", client.connect, ("127.0.0.1", 5311))

client.close()
attempt("send after close", client.send, b"hello")
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
attempt("listen on a UDP socket", datagrams.listen, 5)
