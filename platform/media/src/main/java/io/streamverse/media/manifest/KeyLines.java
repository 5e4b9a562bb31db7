package io.streamverse.media.manifest;

/// Which EXT-X-KEY lines stand in a media playlist. DASH needs no such choice: players pass over what is not theirs.
public enum KeyLines {
    /// None: nothing is encrypted.
    PLAIN,
    /// One of KEYFORMAT `identity`, whose address brings the key itself.
    IDENTITY,
    /// One of KEYFORMAT `org.w3.clearkey`, which names the key id.
    CLEARKEY,
    /// One each of Widevine, PlayReady and, with cbcs, FairPlay.
    LICENSED
}
