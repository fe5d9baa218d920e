package org.enlace.node.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A form that asks and changes nothing: what it holds is in no address, so it is sent once more when its reader
/// chooses another language or theme on the page that answers it. It has no field of those names itself.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AsksOnly {}
