/// The viewer's web app on each tenant's host, and what every app asks first: the brand and what the service offers.
/// No front door. Owns nothing: the look is branding's, the app itself comes from player-sdk.
@Room(knows = {"access", "branding", "tenants"})
@NullMarked
package io.streamverse.server.storefront;

import io.streamverse.kernel.Room;
import org.jspecify.annotations.NullMarked;
