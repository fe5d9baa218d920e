/// The description of the API (OpenAPI 3.1), made out of its handlers and records and held against them.
@NullMarked
package org.enlace.openapi;

import org.jspecify.annotations.NullMarked;
