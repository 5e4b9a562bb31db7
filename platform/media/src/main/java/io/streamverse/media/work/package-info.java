/// What a server gives to workers, and what they give back.
@NullMarked
package io.streamverse.media.work;

import org.jspecify.annotations.NullMarked;
