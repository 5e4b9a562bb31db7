package io.streamverse.server.catalog;

import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.util.HashMap;
import java.util.Map;

/// Assets and titles of a new tenant.
final class Films {
    final TestTenant tenant;
    final Api api;
    private final Stage stage;

    Films(Stage stage) {
        this.stage = stage;
        this.tenant = stage.tenant();
        this.api = tenant.live();
    }

    /// An asset that can be played, as far as its rows say.
    String readyAsset() {
        var id = api.post("/v1/assets", Map.of("name", "a film")).at("/id");
        stage.run("""
                INSERT INTO %1$s.bundle (
                    id, asset_id, number, duration_ms, protection, index_key, renditions, poster_keys, created_at)
                VALUES ('bdl_%2$s', '%2$s', 1, 10000, 'NONE', 'nowhere', '[]', '[]', now())
                """.formatted(tenant.liveSpace().schema(), id));
        return id;
    }

    static Map<String, Object> title(String name) {
        return new HashMap<>(Map.of("kind", "movie", "texts", Map.of("en", Map.of("name", name))));
    }

    /// The path of a title that lacks nothing.
    String complete(String name) {
        var title = title(name);
        title.put("assetId", readyAsset());
        return "/v1/titles/" + api.post("/v1/titles", title).at("/id");
    }

    String published(String name) {
        var path = complete(name);
        var answer = api.post(path + "/publication", "");
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return path;
    }

    String asset(String path) {
        return api.get(path).at("/assetId");
    }
}
