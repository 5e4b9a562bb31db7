package io.streamverse.events.branding;

import io.streamverse.events.Event;
import io.streamverse.events.Topic;

@Topic("branding.v1")
public sealed interface BrandingEvent extends Event permits BrandingChanged {}
