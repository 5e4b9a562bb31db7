package io.streamverse.server.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final Rate RATE = new Rate("key-console", 10, 20);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private final Bucket bucket = new Bucket("anybody", RATE, 0);

    @Test
    void whatIsInHandIsSpentWithoutAsking() {
        assertThat(bucket.spend(0)).isNull();

        assertThat(bucket.took(new Tokens.Taken(3, 17, 0), 0)).isEqualTo(Verdict.passed(RATE, 19));

        assertThat(bucket.spend(1)).isEqualTo(Verdict.passed(RATE, 18));
        assertThat(bucket.spend(2)).isEqualTo(Verdict.passed(RATE, 17));
        assertThat(bucket.spend(3)).isNull();
    }

    @Test
    void whatIsNotSpentWithinASecondIsForgotten() {
        bucket.took(new Tokens.Taken(3, 17, 0), 0);

        assertThat(bucket.spend(SECOND)).isNull();
    }

    @Test
    void anEmptyBucketIsNotAskedAgainBeforeItHasOne() {
        assertThat(bucket.took(new Tokens.Taken(0, 0, 100), 0)).isEqualTo(Verdict.refused(RATE, 100));

        assertThat(bucket.spend(SECOND / 20)).isEqualTo(Verdict.refused(RATE, 50));
        assertThat(bucket.spend(SECOND / 10)).isNull();
    }

    @Test
    void whoReadTheClockBeforeAnotherMadeTheBucketIsNotRefused() {
        assertThat(bucket.spend(-1)).isNull();
    }

    @Test
    void aloneItLetsThroughTheWholeRate() {
        assertThat(passedAlone(0)).isEqualTo(20);
        assertThat(passedAlone(SECOND)).isEqualTo(10);
        assertThat(passedAlone(10 * SECOND)).isEqualTo(20);
        assertThat(bucket.spendAlone(10 * SECOND).waitMillis()).isEqualTo(100);
    }

    @Test
    void headersSayHowManyAreLeftAndWhenAllAreBack() {
        var verdict = Verdict.passed(RATE, 9);

        assertThat(verdict.policy()).isEqualTo("\"key-console\";q=20;w=2");
        assertThat(verdict.state()).isEqualTo("\"key-console\";r=9;t=2");
    }

    private long passedAlone(long now) {
        return IntStream.range(0, 30)
                .filter(_ -> bucket.spendAlone(now).isPassed())
                .count();
    }
}
