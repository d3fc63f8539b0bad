#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void stop(const char *call) {
    perror(call);
    exit(1);
}

int main(int argc, char **argv) {
    if (argc < 3)
        return 2;
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &here.sin_addr);

    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0)
        stop("socket");
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) < 0)
        stop("bind");
    if (listen(listener, 5) < 0)
        stop("listen");
    puts("listening");
    fflush(stdout);

    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int connection = accept(listener, (struct sockaddr *)&peer, &size);
    if (connection < 0)
        stop("accept");
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &peer.sin_addr, text, sizeof text);
    printf("a client came from %s\n", text);

    char data[1024];
    ssize_t got;
    while ((got = recv(connection, data, sizeof data, 0)) > 0) {
        printf("received %.*s\n", (int)got, data);
        for (ssize_t i = 0; i < got; i++)
            data[i] = toupper((unsigned char)data[i]);
        for (ssize_t sent = 0; sent < got;) {
            ssize_t taken = send(connection, data + sent, got - sent, 0);
            if (taken < 0)
                stop("send");
            sent += taken;
        }
    }
    if (got < 0)
        stop("recv");

    puts("the client has closed");
    close(connection);
    close(listener);
}
