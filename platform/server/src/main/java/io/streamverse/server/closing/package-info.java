/// How a tenant ends: closed with a grace in which it can be reopened, then erased, with a signed certificate of what
/// was removed, what expires when and what the law keeps. Owns closures' rules and control.erasure…; what a store holds
/// of a tenant it removes itself (kernel.erasure). Publishes tenants.v1 through Tenants.
@Room(knows = {"gateway", "tenants"})
@NullMarked
package io.streamverse.server.closing;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
