#include <arpa/inet.h>
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
    struct sockaddr_in there = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &there.sin_addr);

    int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0)
        stop("socket");
    if (connect(connection, (struct sockaddr *)&there, sizeof there) < 0)
        stop("connect");

    if (send(connection, "hello", 5, 0) < 0)
        stop("send");
    char answer[1024];
    ssize_t got = recv(connection, answer, sizeof answer, 0);
    if (got < 0)
        stop("recv");
    printf("answered %.*s\n", (int)got, answer);

    close(connection);
}
