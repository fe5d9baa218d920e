package org.enlace.node.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionTimedOutException;

/// Tells a request that the database had no time for from one that failed by our own fault. Its transaction was rolled
/// back or never began: nothing of it was done, and it may be asked again as it is.
@Component
final class Busy {
    /// When it is worth to ask again, in seconds.
    static final int AGAIN_AFTER_SECONDS = 5;

    private static final Logger log = LoggerFactory.getLogger(Busy.class);

    private final MeterRegistry meters;

    Busy(MeterRegistry meters) {
        this.meters = meters;
    }

    /// What there was none of in time.
    enum Lacking {
        CONNECTION,
        LOCK,
        TIME,
        DATABASE
    }

    /// Whether it is such a request; counts it and writes it down if it is.
    boolean is(Throwable fault) {
        var lacking = lacking(fault);
        lacking.ifPresent(what -> {
            meters.counter("enlace.busy", "lacking", what.name()).increment();
            log.atWarn()
                    .addKeyValue("lacking", what)
                    .addKeyValue("at", ErrorAnswers.place(fault))
                    .log("A request was turned away because the database had no time for it");
        });
        return lacking.isPresent();
    }

    static Optional<Lacking> lacking(Throwable fault) {
        // The innermost cause knows best: that a transaction could not begin may have any reason.
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> of(cause).stream())
                .reduce((_, inner) -> inner);
    }

    private static Optional<Lacking> of(Throwable cause) {
        return switch (cause) {
            case PessimisticLockingFailureException _ -> Optional.of(Lacking.LOCK);
            case QueryTimeoutException _, TransactionTimedOutException _ -> Optional.of(Lacking.TIME);
            case TransientDataAccessException _ -> Optional.of(Lacking.DATABASE);
            case CannotCreateTransactionException _, DataAccessResourceFailureException _ ->
                Optional.of(Lacking.CONNECTION);
            case SQLException sql -> said(sql);
            default -> Optional.empty();
        };
    }

    /// By the states that both databases and the pool give.
    private static Optional<Lacking> said(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException) {
            return Optional.of(Lacking.CONNECTION);
        }
        var state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return switch (state) {
            // H2 waited for a lock, or another transaction was faster; PostgreSQL likewise.
            case "HYT00", "90131", "40001", "40P01", "55P03" -> Optional.of(Lacking.LOCK);
            case "57014" -> Optional.of(Lacking.TIME);
            case "53300" -> Optional.of(Lacking.CONNECTION);
            case "57P01", "57P02", "57P03" -> Optional.of(Lacking.DATABASE);
            default -> state.startsWith("08") ? Optional.of(Lacking.DATABASE) : Optional.empty();
        };
    }
}
