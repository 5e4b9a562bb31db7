/// Tests that watch what people read: README.md and docs/.
@NullMarked
package io.streamverse.docs;

import org.jspecify.annotations.NullMarked;
