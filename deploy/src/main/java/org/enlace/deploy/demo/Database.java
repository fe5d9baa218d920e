package org.enlace.deploy.demo;

/// Where the nodes of a demo keep what they know.
enum Database {
    H2,
    POSTGRES
}
