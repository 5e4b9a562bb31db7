/// Everything in one process on embedded engines: what a newcomer runs, what tests run against, a small operator's
/// production.
@NullMarked
package io.streamverse.standalone;

import org.jspecify.annotations.NullMarked;
