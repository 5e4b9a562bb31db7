@NullMarked
package io.streamverse.events.jobs;

import org.jspecify.annotations.NullMarked;
