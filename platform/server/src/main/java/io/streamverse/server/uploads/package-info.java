/// How files arrive: tus 1.0 at `/v1/uploads`, streamed into the object store, resumed after whatever broke.
/// No front door: what has arrived is media's. Owns upload in the tenant's schema, and the objects of unfinished ones.
@Room(knows = {"limits", "media", "tenants"})
@NullMarked
package io.streamverse.server.uploads;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
