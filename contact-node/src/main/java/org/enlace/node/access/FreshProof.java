package org.enlace.node.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a handler that answers only an officer who proved a moment ago who they are: by the second factor, or by the
/// password where there is none. Others are asked for it, and what they asked for is then done.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshProof {}
