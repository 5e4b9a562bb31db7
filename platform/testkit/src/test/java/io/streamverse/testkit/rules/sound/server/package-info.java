@NullMarked
package io.streamverse.testkit.rules.sound.server;

import org.jspecify.annotations.NullMarked;
