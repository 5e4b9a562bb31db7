package io.streamverse.kernel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.StorageException.InvalidObjectKey;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
    private static final Path ROOT = Path.of("/root");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "a/..",
                "../a",
                "a/./b",
                "a\0b",
                "a\nb",
                "a\u007fb",
                "a\u0085b",
                "\ud800",
                "a\udc00b",
            })
    void aKeyThatCouldMeanAnotherIsRefused(String value) {
        assertThatThrownBy(() -> new ObjectKey(value)).isInstanceOf(InvalidObjectKey.class);
    }

    @Test
    void theLengthIsCountedInBytes() {
        assertThat(new ObjectKey("é".repeat(512)).value()).hasSize(512);
        assertThatThrownBy(() -> new ObjectKey("é".repeat(513))).isInstanceOf(InvalidObjectKey.class);
    }

    @Test
    void keysSortByTheirBytes() {
        assertThat(new ObjectKey("\uFFFD")).isLessThan(new ObjectKey("😀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A/b", "CON", ".a", "...", "a%41", "😀/é", "a b\\c", "~root"})
    void aPathHoldsNothingAFileSystemCouldMisread(String value) {
        var path = KeyPaths.resolve(ROOT, new ObjectKey(value));

        assertThat(path).startsWithRaw(ROOT).isEqualTo(path.normalize());
        assertThat(ROOT.relativize(path).toString()).matches("([doc]-[a-z0-9._%-]*/?)+");
    }

    @Test
    void noFileNameIsTooLong() {
        var path = KeyPaths.resolve(ROOT, new ObjectKey("Ü".repeat(512)));

        assertThat((Iterable<Path>) path)
                .allSatisfy(name -> assertThat(name.toString()).hasSizeLessThan(255));
        assertThat(path.toString()).hasSizeLessThan(3_300);
    }

    @Test
    void aPathCanBeReadBack() {
        var key = "Aé/" + "😀".repeat(30) + "/x%y";
        var bytes = new ByteArrayOutputStream();

        ROOT.relativize(KeyPaths.resolve(ROOT, new ObjectKey(key)))
                .forEach(name -> bytes.writeBytes(KeyPaths.bytesOf(name)));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(key);
    }
}
