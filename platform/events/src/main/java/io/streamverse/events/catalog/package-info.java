@NullMarked
package io.streamverse.events.catalog;

import org.jspecify.annotations.NullMarked;
