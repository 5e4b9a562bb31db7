package io.streamverse.server.viewers;

import com.nimbusds.jose.jwk.RSAKey;

/// In whose name tokens are made, and what they are signed with.
record Stamp(String issuer, RSAKey key) {
    @Override
    public String toString() {
        return "Stamp of " + issuer;
    }
}
