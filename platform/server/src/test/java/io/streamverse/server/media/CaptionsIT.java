package io.streamverse.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptionsIT {
    private static final String SRT = "1\n00:00:01,000 --> 00:00:02,500\nGuten <b>Tag</b>\n";
    private final Stage stage = Stage.shared();
    private final TestTenant tenant = stage.tenant();
    private final String asset =
            tenant.live().post("/v1/assets", Map.of("name", "Film")).at("/id");

    @Test
    void subRipComesOutAsWebVtt() {
        var given = give("de", SRT);

        assertThat(given.status()).as(given.text()).isEqualTo(201);
        assertThat(given.at("/cues")).isEqualTo("1");
        var text = tenant.live().get(path() + "/" + given.at("/id"));
        assertThat(text.header("Content-Type")).startsWith("text/vtt");
        assertThat(text.text()).startsWith("WEBVTT\n").contains("00:00:01.000 --> 00:00:02.500", "Guten <b>Tag</b>");
    }

    @Test
    void thoseOfTheSameLanguageAreReplaced() {
        give("de", SRT);
        var second = give("de", SRT);

        assertThat(tenant.live().get(path()).body().findValuesAsText("id")).containsExactly(second.at("/id"));
    }

    @Test
    void brokenOnesAreRefusedByLine() {
        var refused = give("de", "1\n00:00:01,000 --> sometime\nWhat?\n");

        assertThat(refused.code()).isEqualTo("media.caption.broken");
        assertThat(refused.at("/errors/0/pointer")).isEqualTo("/lines/2");
    }

    @Test
    void othersSeeNothingOfThem() {
        var id = give("de", SRT).at("/id");

        assertThat(stage.tenant().live().get(path() + "/" + id).status()).isEqualTo(404);
        assertThat(give("no language", SRT).status()).isEqualTo(422);
    }

    @Test
    void whatIsTakenAwayIsGone() {
        var id = give("de", SRT).at("/id");

        assertThat(tenant.live().delete(path() + "/" + id).status()).isEqualTo(204);
        assertThat(tenant.live().get(path() + "/" + id).code()).isEqualTo("media.caption.unknown");
    }

    private Answer give(String language, String text) {
        return tenant.live()
                .with("Content-Type", "application/x-subrip")
                .post(path() + "?language=" + language.replace(" ", "%20"), text);
    }

    private String path() {
        return "/v1/assets/" + asset + "/captions";
    }
}
