@NullMarked
package io.streamverse.media.protection;

import org.jspecify.annotations.NullMarked;
