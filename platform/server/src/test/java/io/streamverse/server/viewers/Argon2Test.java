package io.streamverse.server.viewers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2Test {
    @Test
    void itIsTheAlgorithmThatOthersMeanByIt() {
        var fromTheReferenceImplementation =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        var hash = Argon2.parse(fromTheReferenceImplementation);

        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("Password")).isFalse();
        assertThat(hash).hasToString(fromTheReferenceImplementation);
        assertThat(hash.isOutdated()).isTrue();
    }

    @Test
    void onePasswordHasManyHashes() {
        var one = Argon2.of("a horse, a staple");
        var other = Argon2.of("a horse, a staple");

        assertThat(one.toString()).isNotEqualTo(other.toString());
        assertThat(Argon2.parse(one.toString()).matches("a horse, a staple")).isTrue();
        assertThat(one.isOutdated()).isFalse();
    }

    @Test
    void howAKeyboardWritesALetterDoesNotMatter() {
        assertThat(Argon2.of("caf\u00e9 au lait").matches("cafe\u0301 au lait")).isTrue();
    }
}
