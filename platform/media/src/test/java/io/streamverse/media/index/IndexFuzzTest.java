package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever the bytes are: an index that means the same, or one clear refusal.
class IndexFuzzTest {
    private static final int HEAD = 8;

    @RepeatedTest(20)
    void noFlippedBitGoesUnnoticed(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var index = Indexes.random(random);

        for (int i = 0; i < 200; i++) {
            var bytes = index.bytes();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));

            assertThat(read(bytes)).isNull();
        }
    }

    @RepeatedTest(20)
    void whatIsCutOffIsNotTakenForTheWhole(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var index = Indexes.random(random).end();
        var bytes = index.bytes();

        for (int length = 0; length < bytes.length; length++) {
            var rest = read(Arrays.copyOf(bytes, length));

            assertThat(rest == null || !rest.ended()).isTrue();
        }
    }

    @RepeatedTest(20)
    void noiseBehindAHeadIsRefused(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());

        for (int i = 0; i < 200; i++) {
            var noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            read(noise);
            var bytes = Arrays.copyOf(Indexes.film(0).bytes(), HEAD + 1 + noise.length);
            System.arraycopy(noise, 0, bytes, HEAD + 1, noise.length);

            assertThat(read(bytes)).isNull();
        }
    }

    /// As somebody would write it who knows the checksum.
    @RepeatedTest(20)
    void aForgedIndexIsOneOrIsRefused(RepetitionInfo run) {
        var random = new SplittableRandom(run.getCurrentRepetition());
        var index = Indexes.random(random);

        for (int i = 0; i < 200; i++) {
            var bytes = index.bytes();
            for (int flips = random.nextInt(1, 5); flips > 0 && bytes.length > HEAD; flips--) {
                bytes[random.nextInt(HEAD, bytes.length)] = (byte) random.nextInt();
            }
            var forged = read(sealed(bytes));

            assertThat(forged == null ? null : SegmentIndex.read(forged.bytes()))
                    .isEqualTo(forged);
        }
    }

    private static @Nullable SegmentIndex read(byte[] bytes) {
        try {
            return SegmentIndex.read(bytes);
        } catch (BrokenIndex _) {
            return null;
        }
    }

    private static byte[] sealed(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        for (int at = HEAD; at + 9 <= bytes.length; ) {
            int length = buffer.getInt(at + 1);
            if (length < 0 || length > bytes.length - at - 9) {
                return bytes;
            }
            var crc = new CRC32C();
            crc.update(bytes, at, 5 + length);
            buffer.putInt(at + 5 + length, (int) crc.getValue());
            at += 9 + length;
        }
        return bytes;
    }
}
