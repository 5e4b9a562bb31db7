package io.streamverse.server.branding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesIT {
    private static final Stage STAGE = Stage.shared();
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    private final TestTenant tenant = STAGE.tenant();

    @Test
    void aLogoIsSeenByEverybodyUntilItIsTakenAway() {
        var branding = send(tenant, "logo", PNG);

        assertThat(branding.status()).as(branding.toString()).isEqualTo(200);
        var path = branding.at("/logoUrl");
        var seen = tenant.guest().get(path);
        assertThat(seen.header("Content-Type")).isEqualTo("image/png");
        assertThat(seen.header("Cache-Control")).contains("immutable");
        assertThat(seen.header("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(STAGE.tenant().guest().get(path).code()).isEqualTo("branding.picture.unknown");

        assertThat(tenant.live().delete("/v1/branding/pictures/logo").status()).isEqualTo(204);
        assertThat(tenant.guest().get(path).status()).isEqualTo(404);
        assertThat(tenant.live().get("/v1/branding").body().has("logoUrl")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "GIF89a", "", "<html>"})
    void whatMightDoSomethingIsNoPicture(String file) {
        var refused = send(tenant, "icon", file.getBytes(UTF_8));

        assertThat(refused.status()).as(refused.toString()).isBetween(400, 422);
        assertThat(tenant.live().get("/v1/branding").body().has("iconUrl")).isFalse();
    }

    @Test
    void aLargeOneIsRefused() {
        assertThat(send(tenant, "logo", Arrays.copyOf(PNG, 600_000)).code()).isEqualTo("branding.picture.too-large");
        assertThat(send(tenant, "logo", Arrays.copyOf(PNG, 2_000_000)).status()).isEqualTo(413);
    }

    @Test
    void onlyWhoMayWriteSends() {
        var reader = tenant.live()
                .post("/v1/api-keys", Map.of("name", "reader", "scopes", List.of("branding:read")))
                .at("/key");

        var refused = Api.send(request(reader, "logo", PNG));

        assertThat(refused.code()).isEqualTo("keys.scope.missing");
    }

    private static Answer send(TestTenant tenant, String kind, byte[] file) {
        return Api.send(request(tenant.liveKey(), kind, file));
    }

    private static HttpRequest request(String key, String kind, byte[] file) {
        return HttpRequest.newBuilder(STAGE.server().getURI().resolve("/v1/branding/pictures/" + kind))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(file))
                .build();
    }
}
