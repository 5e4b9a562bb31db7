/// What a tenant shows its viewers: titles with their texts, rights and the asset each plays.
/// Front door: Catalog. Owns title in the tenant's schema.
@Room(knows = {"media"})
@NullMarked
package io.streamverse.server.catalog;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
