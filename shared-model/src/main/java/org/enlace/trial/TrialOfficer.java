package org.enlace.trial;

import org.enlace.directory.Certificates;
import org.enlace.directory.DirectoryOfficer;
import org.enlace.directory.SigningKeys;
import org.enlace.message.NodeId;

/// A person of a member who signs versions of the directory.
public record TrialOfficer(NodeId member, SigningKeys keys) {

    DirectoryOfficer listed() {
        return new DirectoryOfficer(member, Certificates.der(keys.certEc()), Certificates.der(keys.certPq()));
    }
}
