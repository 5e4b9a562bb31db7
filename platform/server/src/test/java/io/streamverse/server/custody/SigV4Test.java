package io.streamverse.server.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// AWS' published test suite, `get-vanilla` and `post-vanilla`.
class SigV4Test {
    private static final String SCOPE = """
            AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
            SignedHeaders=host;x-amz-date, Signature=""";
    private final SigV4 signer =
            new SigV4("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null, "us-east-1", "service");

    @Test
    void aGetIsSignedAsPublished() {
        assertThat(authorization("GET"))
                .isEqualTo(SCOPE + "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void aPostIsSignedAsPublished() {
        assertThat(authorization("POST"))
                .isEqualTo(SCOPE + "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    private String authorization(String method) {
        var at = Instant.parse("2015-08-30T12:36:00Z");
        var signed =
                signer.sign(method, URI.create("https://example.amazonaws.com/"), new TreeMap<>(), new byte[0], at);
        return Objects.requireNonNull(signed.get("authorization"));
    }
}
