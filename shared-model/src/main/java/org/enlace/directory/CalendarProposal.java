package org.enlace.directory;

import org.enlace.message.NodeId;

/// What a desk wants its published calendar to be: a file that its people hand to the officers of the directory. It is
/// signed by nobody and believed by nobody; the officers read it with the desk and sign the version that holds it.
public record CalendarProposal(NodeId member, PublishedCalendar calendar) {

    /// As JSON, in the form of the directory.
    public byte[] bytes() {
        return new DirectoryJson().write(this);
    }

    /// @throws IllegalArgumentException if these bytes are no such file
    public static CalendarProposal read(byte[] bytes) {
        return new DirectoryJson().proposal(bytes);
    }
}
