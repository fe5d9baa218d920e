package org.enlace.client;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Which call of the API a method is: `GET /api/v1/desk/items?view&page`. Its parameters are, in this order, the
/// variables of the path, those of the query (null leaves one out), and the body.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Call {
    String value();

    /// Whether it carries an `Idempotency-Key`.
    Key key() default Key.NONE;

    enum Key {
        NONE,
        /// Made for each call and kept while it is repeated.
        MADE,
        /// The first parameter, so that a caller repeats it later, even after a restart.
        GIVEN
    }

    /// What it answers with.
    String accept() default "application/json";
}
