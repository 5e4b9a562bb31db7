package io.streamverse.server.jobs;

import static io.streamverse.server.jobs.Tasks.analyse;
import static io.streamverse.server.jobs.Tasks.pack;
import static io.streamverse.server.jobs.Tasks.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamverse.kernel.storage.NewObject;
import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.kernel.storage.StorageException.ObjectNotFound;
import io.streamverse.media.lease.KeyWanted;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.lease.NewOutput;
import io.streamverse.media.lease.OutputPlace;
import io.streamverse.media.work.WorkJson;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilesIT {
    private static final Ground GROUND = Ground.begin(Map.of("jobs.lease", "1h"));
    private static final ObjectStore STORE = GROUND.bean(ObjectStore.class);
    private final TestTenant tenant = GROUND.stage().tenant();
    private final TestTenant other = GROUND.stage().tenant();
    private final Worker worker = GROUND.worker();

    @AfterEach
    void clear() {
        GROUND.clear();
    }

    @AfterAll
    static void end() {
        GROUND.stage().close();
    }

    @Test
    void aTaskReadsItsSourceAndNothingElse() {
        var own = original(tenant, "a");
        var neighbour = original(tenant, "b");
        var foreign = original(other, "c");
        GROUND.want(tenant, analyse("a", own));
        var lease = worker.lease();

        var address = worker.addresses(lease, own).data().getFirst().url();

        assertThat(Api.send(HttpRequest.newBuilder(resolve(address)).build()).text())
                .isEqualTo("content of a");
        assertThat(worker.reads(lease, neighbour).status()).isEqualTo(403);
        assertThat(worker.reads(lease, own, foreign).code()).isEqualTo("jobs.object.foreign");
    }

    @Test
    void aTaskThatNamesAnotherTenantsObjectDoesNotGetIt() {
        var foreign = original(other, "c");
        GROUND.want(tenant, analyse("a", foreign));

        assertThat(worker.reads(worker.lease(), foreign).status()).isEqualTo(403);
    }

    @Test
    void whatATaskMadeIsReadByThoseThatNeedIt() {
        GROUND.want(tenant, task("first"), task("stranger"), task("second", "first"));
        var first = worker.lease();
        var place = place(first, "it", 5);
        var sent = Api.send(HttpRequest.newBuilder(resolve(place.urls().getFirst()))
                .PUT(BodyPublishers.ofString("bytes"))
                .build());
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        assertThat(place.key())
                .isEqualTo("%s/live/work/%s/first/1/it".formatted(tenant.id().value(), first.job()));
        worker.complete(first, Tasks.made(place.key()), 0);

        var stranger = worker.lease();
        var second = worker.lease();

        assertThat(stranger.task()).isEqualTo("stranger");
        assertThat(worker.reads(stranger, place.key()).status()).isEqualTo(403);
        var address = worker.addresses(second, place.key()).data().getFirst().url();
        assertThat(Api.send(HttpRequest.newBuilder(resolve(address)).build()).text())
                .isEqualTo("bytes");
    }

    @Test
    void aTaskCannotClaimWhatItDidNotMake() {
        GROUND.want(tenant, task("a"));
        var lease = worker.lease();

        assertThat(worker.complete(lease, Tasks.made(original(other, "c")), 0).code())
                .isEqualTo("jobs.output.foreign");
        assertThat(worker.complete(lease, "no result", 0).code()).isEqualTo("jobs.result.malformed");
        assertThat(worker.say(lease, "outputs", new NewOutput(1, "../../x", 1, "text/plain"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aLargeFileGoesInParts() {
        GROUND.want(tenant, task("a"));

        var place = place(worker.lease(), "film.mp4", 40L << 20);

        assertThat(place.upload()).isNotNull();
        assertThat(place.urls()).hasSize(3);
    }

    @Test
    void nobodyGetsAddressesAfterTheEnd() {
        var own = original(tenant, "a");
        var job = GROUND.want(tenant, analyse("a", own));
        var lease = worker.lease();
        GROUND.unwant(tenant, job);

        assertThat(worker.reads(lease, own).status()).isEqualTo(409);
        assertThat(worker.say(lease, "outputs", new NewOutput(1, "x", 1, "text/plain"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatNoResultNamesIsSweptAway() {
        GROUND.want(tenant, task("a"));
        var lost = worker.lease();
        var left = new ObjectKey(place(lost, "it", 1).key());
        worker.giveBack(lost, 0);
        var lease = worker.lease();
        var kept = new ObjectKey(place(lease, "it", 1).key());
        put(left, "x");
        put(kept, "y");
        worker.complete(lease, Tasks.made(kept.value()), 0);
        GROUND.pass(Duration.ofHours(25));

        GROUND.bean(SweepOutputs.class).run(Instant.EPOCH);

        assertThat(STORE.head(kept).bytes()).isEqualTo(1);
        assertThatThrownBy(() -> STORE.head(left)).isInstanceOf(ObjectNotFound.class);
    }

    @Test
    void withoutAKeyStoreThereAreNoKeys() {
        GROUND.want(tenant, pack("a", "key_1"));
        var lease = worker.lease();

        assertThat(worker.say(lease, "keys", new KeyWanted(1, "key_1")).code()).isEqualTo("jobs.key.unknown");
    }

    private OutputPlace place(Lease lease, String name, long bytes) {
        var answer = worker.say(lease, "outputs", new NewOutput(lease.attempt(), name, bytes, "video/mp4"));
        return WorkJson.read(answer.text(), OutputPlace.class);
    }

    private static URI resolve(String address) {
        return GROUND.stage().server().getURI().resolve(address);
    }

    private static String original(TestTenant tenant, String name) {
        var key = "%s/live/originals/%s/1".formatted(tenant.id().value(), name);
        put(new ObjectKey(key), "content of " + name);
        return key;
    }

    private static void put(ObjectKey key, String content) {
        STORE.put(key, NewObject.of("video/mp4"), new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
