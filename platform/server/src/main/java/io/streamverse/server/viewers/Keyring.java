package io.streamverse.server.viewers;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys of one environment as they were read: the first signs, all are believed.
record Keyring(RSAKey signing, List<RSAKey> believed, Instant readAt) {
    Optional<RSAKey> find(String id) {
        return believed.stream().filter(it -> id.equals(it.getKeyID())).findFirst();
    }
}
