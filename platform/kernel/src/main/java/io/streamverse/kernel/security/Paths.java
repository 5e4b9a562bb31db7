package io.streamverse.kernel.security;

/// What filters stand in front of, as regular expressions: those are done with most addresses at the first letter,
/// where Micronaut's other patterns take each address to pieces for each filter, tokens and all.
public final class Paths {
    public static final String TENANTS = "/+v1(/.*)?";
    public static final String OPERATORS = "/+operator/+v1(/.*)?";
    public static final String VIEWERS = "/+viewer/+v1(/.*)?";
    public static final String KEYS_OF_VIEWERS = "/+\\.well-known/+jwks\\.json/*";
    /// What the address of media with a token begins with.
    public static final String PACKAGE = "/URISigningPackage=";

    public static final String MEDIA = "/+m(/.*)?";
    public static final String SIGNED_MEDIA = "/+URISigningPackage=[^/]*/+m(/.*)?";
    /// After a path that is written out.
    public static final String BELOW = "(/.*)?";

    private Paths() {}
}
