@NullMarked
package io.streamverse.events.plans;

import org.jspecify.annotations.NullMarked;
