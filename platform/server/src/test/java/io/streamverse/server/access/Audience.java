package io.streamverse.server.access;

import io.streamverse.kernel.ids.Ids;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Stage;

/// People who watch, as rows: how they come to be is the room viewers' affair.
record Audience(Stage stage, TenantSpace space) {
    /// The id of a new viewer.
    String viewer() {
        var id = stage.server().getApplicationContext().getBean(Ids.class).next("vwr");
        stage.run("INSERT INTO %s.viewer (id, created_at, seen_at) VALUES ('%s', now(), now())"
                .formatted(space.schema(), id));
        return id;
    }
}
