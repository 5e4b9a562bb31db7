/** The client as a program of the command line: not part of the library. */
@NullMarked
package io.streamverse.sdk.cli;

import org.jspecify.annotations.NullMarked;
