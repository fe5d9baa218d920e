package org.enlace.directory;

import org.enlace.message.NodeId;

/// A person of a member who may sign versions of the directory, with two certificates: ECDSA P-256 and ML-DSA-65 (DER).
public record DirectoryOfficer(NodeId member, Der certEc, Der certPq) {}
