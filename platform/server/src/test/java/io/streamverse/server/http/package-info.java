/// The rules of the API that hold for every room.
@NullMarked
package io.streamverse.server.http;

import org.jspecify.annotations.NullMarked;
