package io.streamverse.media.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentIndexTest {
    @Test
    void partsAreJoinedToAWhole() {
        var picture = new SegmentIndex(List.of(Indexes.picture("v-h264-720", 5)), true);
        var sound = new SegmentIndex(List.of(Indexes.sound("a-en-128", 5)), true);

        assertThat(SegmentIndex.join(List.of(picture, sound))).isEqualTo(Indexes.film(5));
        assertThatIllegalArgumentException().isThrownBy(() -> SegmentIndex.join(List.of(picture, picture)));
    }

    @Test
    void itIsAsLongAsItsLongestTrack() {
        var film = Indexes.film(4);

        assertThat(film.duration()).isEqualTo(Duration.ofSeconds(16));
        assertThat(film.with(Indexes.sound("a-de-128", 6)).duration()).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void aCutTakesAllThatHasSomethingOfIt() {
        var film = Indexes.film(10);

        var cut = film.cut(Duration.ofSeconds(7), Duration.ofSeconds(16));

        assertThat(cut).isEqualTo(new Cut(film, 1, 4));
        assertThat(cut.begin()).isEqualTo(Duration.ofSeconds(4));
        assertThat(cut.duration()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void aTrackGivesToACutWhatItHas() {
        var film = Indexes.film(4).with(Indexes.sound("a-short", 3));

        assertThat(Cut.whole(film).track("a-short").orElseThrow().segments().count())
                .isEqualTo(3);
        assertThat(new Cut(film, 3, 4).track("a-short").orElseThrow().segments().isEmpty())
                .isTrue();
        assertThat(Cut.whole(film).track("no")).isEmpty();
    }

    @Test
    void aSpliceFindsItsWayThroughManyIndexes() {
        var film = Indexes.film(10);
        var spot = Indexes.film(2);
        var programme = Splice.of(List.of(new Cut(film, 0, 3), Cut.whole(spot), new Cut(film, 3, 10)));

        assertThat(programme.segments()).isEqualTo(12);
        assertThat(programme.duration()).isEqualTo(Duration.ofSeconds(48));
        assertThat(programme.place(2)).isEqualTo(new Splice.Place(0, 2));
        assertThat(programme.place(3)).isEqualTo(new Splice.Place(1, 0));
        assertThat(programme.place(5)).isEqualTo(new Splice.Place(2, 3));
        assertThat(programme.begin(2)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aSpliceKnowsWhatIsOn() {
        var film = Indexes.film(10);
        var programme = Splice.of(List.of(new Cut(film, 0, 3), Cut.whole(Indexes.film(2)), new Cut(film, 3, 10)));

        assertThat(programme.at(Duration.ZERO)).isEqualTo(new Splice.Place(0, 0));
        assertThat(programme.at(Duration.ofMillis(11_999))).isEqualTo(new Splice.Place(0, 2));
        assertThat(programme.at(Duration.ofSeconds(17))).isEqualTo(new Splice.Place(1, 1));
        assertThat(programme.at(Duration.ofSeconds(20))).isEqualTo(new Splice.Place(2, 3));
        assertThat(programme.at(Duration.ofDays(1))).isEqualTo(new Splice.Place(2, 9));
    }
}
