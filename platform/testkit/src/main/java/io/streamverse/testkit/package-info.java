/// What tests of every module stand on: the real engines, once per JVM.
@NullMarked
package io.streamverse.testkit;

import org.jspecify.annotations.NullMarked;
