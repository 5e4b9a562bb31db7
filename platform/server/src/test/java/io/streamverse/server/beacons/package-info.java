@NullMarked
package io.streamverse.server.beacons;

import org.jspecify.annotations.NullMarked;
