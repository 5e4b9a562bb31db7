@NullMarked
package io.streamverse.testkit.rules.rotten.server;

import org.jspecify.annotations.NullMarked;
