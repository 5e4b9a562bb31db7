@NullMarked
package io.streamverse.openapi;

import org.jspecify.annotations.NullMarked;
