/// What a newcomer is shown: a tenant `aurora` with a brand, films that are made on the spot, and somebody who watches.
/// Everything is done through the public API, as a tenant would.
@NullMarked
package io.streamverse.standalone.demo;

import org.jspecify.annotations.NullMarked;
