@NullMarked
package io.streamverse.server.analytics;

import org.jspecify.annotations.NullMarked;
