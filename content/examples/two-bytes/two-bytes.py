for port in 443, 8080:
    print(port, port.to_bytes(2, "big").hex(" "))
