@NullMarked
package io.streamverse.media.manifest;

import org.jspecify.annotations.NullMarked;
