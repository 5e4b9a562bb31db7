package io.streamverse.kernel.security;

import java.util.Set;

/// What a key may do: `<resource>:read` or `<resource>:write`; `*` is everything, what comes later included.
public final class Scope {
    public static final String ALL = "*";
    public static final String TENANT_READ = "tenant:read";
    public static final String TENANT_WRITE = "tenant:write";
    public static final String CLOSURE_WRITE = "closure:write";
    public static final String KEYS_READ = "keys:read";
    public static final String KEYS_WRITE = "keys:write";
    public static final String BRANDING_READ = "branding:read";
    public static final String BRANDING_WRITE = "branding:write";
    public static final String USAGE_READ = "usage:read";
    public static final String QUOTAS_READ = "quotas:read";
    public static final String QUOTAS_WRITE = "quotas:write";
    public static final String CLOCK_READ = "clock:read";
    public static final String CLOCK_WRITE = "clock:write";
    public static final String MEDIA_READ = "media:read";
    public static final String MEDIA_WRITE = "media:write";
    public static final String VIEWERS_READ = "viewers:read";
    public static final String VIEWERS_WRITE = "viewers:write";
    public static final String PLAYBACK_READ = "playback:read";
    public static final String PLAYBACK_WRITE = "playback:write";
    public static final String CATALOG_READ = "catalog:read";
    public static final String CATALOG_WRITE = "catalog:write";
    public static final String ACCESS_READ = "access:read";
    public static final String ACCESS_WRITE = "access:write";
    public static final String ANALYTICS_READ = "analytics:read";
    public static final String DRM_READ = "drm:read";
    public static final String DRM_WRITE = "drm:write";
    public static final Set<String> KNOWN = Set.of(
            ALL,
            TENANT_READ,
            TENANT_WRITE,
            CLOSURE_WRITE,
            KEYS_READ,
            KEYS_WRITE,
            BRANDING_READ,
            BRANDING_WRITE,
            USAGE_READ,
            QUOTAS_READ,
            QUOTAS_WRITE,
            CLOCK_READ,
            CLOCK_WRITE,
            MEDIA_READ,
            MEDIA_WRITE,
            VIEWERS_READ,
            VIEWERS_WRITE,
            PLAYBACK_READ,
            PLAYBACK_WRITE,
            CATALOG_READ,
            CATALOG_WRITE,
            ACCESS_READ,
            ACCESS_WRITE,
            ANALYTICS_READ,
            DRM_READ,
            DRM_WRITE);

    private Scope() {}
}
