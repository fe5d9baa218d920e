@NullMarked
package org.enlace.deploy.demo;

import org.jspecify.annotations.NullMarked;
