package org.enlace.deploy.demo;

enum Verb {
    UP,
    DOWN,
    STATUS,
    RESET,
    HELP
}
