package io.streamverse.media.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryboardTest {
    private static final String TWO = """
            WEBVTT

            00:00:00.000 --> 00:00:05.000
            001.jpg#xywh=0,0,160,90

            00:00:05.000 --> 00:00:07.500
            001.jpg#xywh=160,0,160,90
            """;

    @Test
    void itsLayoutIsReadFromItsText() {
        assertThat(Storyboard.of("board.vtt", TWO)).contains(new Storyboard("board.vtt", 160, 90, 5));
    }

    @Test
    void whatIsLaidOutOtherwiseIsNoneForManifests() {
        assertThat(Storyboard.of("board.vtt", TWO.replace("160,0,", "320,0,"))).isEmpty();
        assertThat(Storyboard.of("board.vtt", "WEBVTT\n")).isEmpty();
    }
}
