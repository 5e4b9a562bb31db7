@NullMarked
package io.streamverse.events.quotas;

import org.jspecify.annotations.NullMarked;
