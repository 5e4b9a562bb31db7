/// Starting one of the programs: its context, its one configuration file, its clean end.
@NullMarked
package io.streamverse.kernel.app;

import org.jspecify.annotations.NullMarked;
