package org.enlace.deploy.demo;

import org.enlace.message.NodeId;
import org.enlace.node.access.Role;

/// How one invented officer signs in.
record SignIn(NodeId node, String username, Role role, String password) {}
