package org.enlace.node.notice;

/// What became of a notice.
public enum NoticeState {
    /// Not sent yet; it is tried again.
    WAITING,
    /// The mail server or the webhook took it.
    SENT,
    /// It is tried no more.
    FAILED,
    /// Somebody did what was due before it was sent.
    DROPPED
}
