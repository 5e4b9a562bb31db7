package io.streamverse.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens that are good from one network alone, at our own server.
class NetworksIT {
    private static final String HEADER = "X-Forwarded-For";
    private static final String SEGMENT = Film.VIDEO + "/1.m4s";
    private static final Stage STAGE = Stage.shared();
    private static final Film FILM = Film.of(STAGE, STAGE.tenant());

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 200", "127.0.0.2, 403", "203.0.113.7, 403", "2001:db8::1, 403"})
    void theConnectionTellsWhoAsks(String bound, int status) {
        assertThat(FILM.stage(folder(bound) + SEGMENT).statusCode()).isEqualTo(status);
        assertThat(FILM.stage(folder(bound) + SEGMENT, HEADER, bound).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "2001:db8::1"})
    void aTokenDoesNotTellWhereItsViewerIs(String bound) {
        var claims = TokensIT.decode(TokensIT.token(folder(bound)).split("\\.", -1)[1]);

        assertThat(claims).contains("cdniip").doesNotContain(bound);
    }

    private static String folder(String bound) {
        return FILM.folder(Network.find(bound).orElseThrow());
    }
}
