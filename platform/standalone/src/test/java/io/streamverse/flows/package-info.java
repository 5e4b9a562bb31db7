/// The product as its users and its operator meet it: real processes that are killed, two servers on one database, and
/// a whole life through the Java client.
@NullMarked
package io.streamverse.flows;

import org.jspecify.annotations.NullMarked;
