/// What a tenant shows its viewers: titles with their texts, rights and the asset each plays.
/// Front door: Catalog. Owns title in the tenant's schema. Who may watch is decided by playback; what a tier is, by
/// access; how viewers find titles is browse's affair.
/// Publishes catalog.v1, listens to media.v1.
@Room(knows = {"media"})
@NullMarked
package io.streamverse.server.catalog;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
