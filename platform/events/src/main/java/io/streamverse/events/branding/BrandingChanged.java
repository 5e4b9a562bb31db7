package io.streamverse.events.branding;

/// The brand as it is now; colours are `#rrggbb`.
public record BrandingChanged(String name, String primaryColor, String backgroundColor, int version)
        implements BrandingEvent {

    @Override
    public String aggregateId() {
        return "branding";
    }
}
