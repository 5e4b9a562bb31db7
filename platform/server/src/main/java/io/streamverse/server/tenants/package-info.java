/// Who runs a service here: sign-up in one synchronous act, environments, suspension at three levels.
/// Front door: Tenants. Owns control.tenant and the tenants' schemas; plans are known here by name and allowances only.
/// Publishes tenants.v1, listens to plans.v1.
@Room(knows = {"keys", "branding", "limits", "console", "placement"})
@NullMarked
package io.streamverse.server.tenants;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
