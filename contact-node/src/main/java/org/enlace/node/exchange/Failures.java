package org.enlace.node.exchange;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/// What may be said about an error without quoting what was being worked on, and whether another try may help.
final class Failures {
    private Failures() {}

    static String place(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length == 0 ? "unknown" : trace[0].toString();
    }

    /// The innermost cause, which names the matter best.
    static Throwable root(Throwable error) {
        Throwable root = error;
        for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }

    static boolean mayPass(Throwable error) {
        return error instanceof TransientDataAccessException
                // Another thread wrote the same row first; the next try sees it.
                || error instanceof DuplicateKeyException
                || error instanceof RecoverableDataAccessException
                || error instanceof NonTransientDataAccessResourceException
                // Another transaction made the same row in the same moment.
                || error instanceof DuplicateKeyException
                || error instanceof TransactionException
                || error instanceof SendingStopped;
    }

    /// Errors after which this JVM cannot be relied on. A stack that was too deep is not one of them.
    static boolean fatal(Throwable error) {
        return error instanceof VirtualMachineError && !(error instanceof StackOverflowError);
    }
}
