/// The rules of the house, watched by a test: which room may call which, what stays inside, and what nobody does.
/// `RoomRules` checks a program, `RoomTable` draws it for `docs/architecture.md`.
@NullMarked
package io.streamverse.testkit.rules;

import org.jspecify.annotations.NullMarked;
