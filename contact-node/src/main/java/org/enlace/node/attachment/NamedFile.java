package org.enlace.node.attachment;

import org.enlace.person.Sensitive;

/// A file as its message names it, for those who may know.
///
/// @param mediaType as its author's node found it by the content
/// @param length in bytes
public record NamedFile(AttachmentProgress progress, Sensitive<String> name, String mediaType, long length) {}
