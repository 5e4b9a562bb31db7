package io.streamverse.server.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.kernel.storage.ObjectKey;
import io.streamverse.kernel.storage.ObjectStore;
import io.streamverse.server.time.TestClock;
import io.streamverse.testkit.Eventually;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsIT {
    private static final int PART = 100_000;
    private static final Stage STAGE = start();
    private static final TestClock CLOCK =
            STAGE.server().getApplicationContext().getBean(TestClock.class);
    private final TestTenant tenant = STAGE.tenant();
    private final Tus tus = Tus.as(tenant.live());

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void whatTheServerSpeaksIsSaid() {
        var answer = new Tus(tenant.live()).send("OPTIONS", "/v1/uploads", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,termination,expiration,concatenation");
        assertThat(answer.header("Tus-Checksum-Algorithm")).isEqualTo("sha1,sha256,crc32c");
        assertThat(answer.header("Tus-Max-Size")).isEqualTo("256000000000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PART - 1, PART, PART + 1, 3 * PART})
    void aFileInOneBodyBecomesAnAsset(int length) throws Exception {
        var bytes = some(length);
        var address = tus.begin(length);

        var answer = tus.patch(address, 0, bytes);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
        assertThat(answer.header("Upload-Offset")).isEqualTo(String.valueOf(length));
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
        var asset = tenant.live().get("/v1/assets/" + answer.header("StreamVerse-Asset"));
        assertThat(asset.at("/state")).as(asset.toString()).isEqualTo("processing");
        assertThat(asset.at("/bytes")).isEqualTo(String.valueOf(length));
        assertThat(asset.at("/sha256"))
                .isEqualTo(
                        HexFormat.of().formatHex(AnnouncedSum.digest("SHA-256").digest(bytes)));
        assertThat(stored(asset.at("/id"))).isEqualTo(bytes);
        assertThat(leftBehind(address)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_009, 33_333, PART, 170_000})
    void aFileInManyBodiesIsTheSame(int step) throws Exception {
        var bytes = some(270_000);
        var address = tus.begin(bytes.length);

        for (var at = 0; at < bytes.length; at += step) {
            var some = Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length));
            assertThat(tus.patch(address, at, some).status()).isEqualTo(204);
        }

        var head = tus.head(address);
        assertThat(head.header("Upload-Offset")).isEqualTo("270000");
        assertThat(stored(head.header("StreamVerse-Asset"))).isEqualTo(bytes);
        assertThat(leftBehind(address)).isZero();
    }

    @Test
    void aCreationMayBringTheFirstBytes() {
        var answer = tus.with("Upload-Length", "5")
                .with("Content-Type", "application/offset+octet-stream")
                .post(BodyPublishers.ofString("hel"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Upload-Offset")).isEqualTo("3");
        assertThat(answer.header("Upload-Expires")).isNotEmpty();
        assertThat(tus.patch(answer.header("Location"), 3, bytes("lo")).status())
                .isEqualTo(204);
    }

    @Test
    void whatIsKnownOfAnUploadIsToldByHead() {
        var metadata = Tus.pair("filename", "Żółw/../x.mp4") + ",private";
        var address = tus.with("Upload-Metadata", metadata).begin(10);

        var head = tus.head(address);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Upload-Offset")).isEqualTo("0");
        assertThat(head.header("Upload-Length")).isEqualTo("10");
        assertThat(head.header("Upload-Metadata")).isEqualTo(metadata);
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(tenant.live()
                        .get("/v1/assets/" + head.header("StreamVerse-Asset"))
                        .at("/name"))
                .isEqualTo("Żółw/../x.mp4");
    }

    @Test
    void aWrongOffsetChangesNothing() {
        var address = tus.begin(10);

        var answer = tus.patch(address, 5, bytes("hello"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("uploads.offset.mismatch");
        assertThat(tus.head(address).header("Upload-Offset")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, qvTGHdzF6KLavt4PO0gs2a6pQ00=",
        "sha256, LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
        "crc32c, mnG7TA=="
    })
    void aChecksumThatFitsIsTaken(String algorithm, String sum) {
        var address = tus.begin(5);

        var wrong = tus.with("Upload-Checksum", algorithm + " AAAA").patch(address, 0, bytes("hello"));
        var right = tus.with("Upload-Checksum", algorithm + " " + sum).patch(address, 0, bytes("hello"));

        assertThat(wrong.status()).as(wrong.toString()).isEqualTo(460);
        assertThat(wrong.code()).isEqualTo("uploads.checksum.mismatch");
        assertThat(right.status()).as(right.toString()).isEqualTo(204);
    }

    @Test
    void aLargeBodyWithAWrongChecksumLeavesNothing() throws Exception {
        var bytes = some(250_000);
        var address = tus.begin(bytes.length);
        var sum =
                Base64.getEncoder().encodeToString(AnnouncedSum.digest("SHA-1").digest(bytes));

        assertThat(tus.with("Upload-Checksum", "sha1 AAAA")
                        .patch(address, 0, bytes)
                        .status())
                .isEqualTo(460);
        assertThat(tus.head(address).header("Upload-Offset")).isEqualTo("0");
        var right = tus.with("Upload-Checksum", "sha1 " + sum).patch(address, 0, bytes);

        assertThat(right.status()).isEqualTo(204);
        assertThat(stored(right.header("StreamVerse-Asset"))).isEqualTo(bytes);
    }

    @Test
    void partialUploadsAreJoined() throws Exception {
        var bytes = some(330_000);
        var first = partial(Arrays.copyOfRange(bytes, 0, 200_000));
        var second = partial(Arrays.copyOfRange(bytes, 200_000, 330_000));

        var whole = tus.with("Upload-Concat", "final;%s %s".formatted(first, second))
                .post(BodyPublishers.noBody());

        assertThat(whole.status()).as(whole.toString()).isEqualTo(201);
        assertThat(stored(whole.header("StreamVerse-Asset"))).isEqualTo(bytes);
        assertThat(tus.head(whole.header("Location")).header("Upload-Concat")).startsWith("final;/v1/uploads/upl_");
        assertThat(tus.patch(whole.header("Location"), 330_000, new byte[0]).status())
                .isEqualTo(403);
        assertThat(leftBehind(first) + leftBehind(second)).isZero();
        assertThat(held()).isEqualTo("330000 of original, 0 reserved");
    }

    @Test
    void unfinishedPartsAreNotJoined() {
        var address = tus.with("Upload-Concat", "partial").begin(10);

        var answer = tus.with("Upload-Concat", "final;" + address).post(BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("uploads.concat.unfinished");
    }

    @Test
    void roomIsReservedBeforeTheFirstByte() {
        var address = tus.begin(900_000);

        var refused = tus.create(200_000);

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.code()).isEqualTo("limits.quota.exceeded");
        assertThat(refused.at("/limit/reserved")).isEqualTo("900000");
        assertThat(tus.delete(address).status()).isEqualTo(204);
        assertThat(tus.create(200_000).status()).isEqualTo(201);
    }

    @Test
    void whatWasTerminatedIsGone() throws Exception {
        var address = tus.begin(250_000);
        tus.patch(address, 0, some(230_000));
        var asset = tus.head(address).header("StreamVerse-Asset");

        assertThat(tus.delete(address).status()).isEqualTo(204);

        assertThat(tus.head(address).status()).isEqualTo(410);
        assertThat(tus.patch(address, 230_000, some(10)).code()).isEqualTo("uploads.upload.gone");
        assertThat(leftBehind(address)).isZero();
        assertThat(held()).isEqualTo("0 of original, 0 reserved");
        assertThat(tenant.live().get("/v1/assets/" + asset).at("/failure/code")).isEqualTo("media.upload.terminated");
    }

    @Test
    void whatNobodyGoesOnWithExpires() {
        var address = tus.begin(10);
        tus.patch(address, 0, bytes("hello"));

        CLOCK.pass(Duration.ofHours(25));
        var late = tus.patch(address, 5, bytes("world"));
        STAGE.server().getApplicationContext().getBean(ExpireUploads.class).run(CLOCK.instant());

        assertThat(late.status()).isEqualTo(410);
        assertThat(leftBehind(address)).isZero();
        assertThat(held()).isEqualTo("0 of original, 0 reserved");
    }

    @Test
    void aFailedAssetTakesAnotherUpload() {
        var asset =
                tenant.live().post("/v1/assets", Map.of("name", "Metropolis")).at("/id");
        var named = tus.with("Upload-Metadata", Tus.pair("assetId", asset));
        var first = named.begin(5);

        assertThat(named.create(5).code()).isEqualTo("media.asset.has-source");
        tus.delete(first);
        var second = named.begin(5);

        assertThat(tus.patch(second, 0, bytes("hello")).header("StreamVerse-Asset"))
                .isEqualTo(asset);
        assertThat(tenant.live().get("/v1/assets/" + asset).at("/version")).isEqualTo("2");
        assertThat(named.create(5).status()).isEqualTo(409);
    }

    @Test
    void moreThanWasAnnouncedIsRefused() {
        var address = tus.begin(5);
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes("hello world")));

        assertThat(tus.patch(address, 0, bytes("hello world")).status()).isEqualTo(413);
        assertThat(tus.patch(address, 0, unannounced).status()).isEqualTo(413);
        assertThat(tus.head(address).header("Upload-Offset")).isEqualTo("0");
    }

    @Test
    void onlyClientsThatSpeakTheVersionAreHeard() {
        var answer = new Tus(tenant.live().with("Tus-Resumable", "0.2.2")).create(5);

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "Upload-Length, -1, 400",
        "Upload-Length, 0, 422",
        "Upload-Length, 1e3, 400",
        "Upload-Length, 99999999999999999999, 400",
        "Upload-Length, 256000000001, 413",
        "Upload-Defer-Length, 1, 400",
        "Upload-Concat, whole, 400"
    })
    void anOddBeginningIsRefused(String header, String value, int status) {
        assertThat(tus.with(header, value).post(BodyPublishers.noBody()).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name !!", "name AA==,name AA==", "n\u00e4me AA==", "name AA==", "name //8=", "externalId "})
    void oddMetadataIsRefused(String metadata) {
        var answer = tus.with("Upload-Metadata", metadata).create(5);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void aPatchIsBytes() {
        var address = tus.begin(5);
        var json = tus.with("Upload-Offset", "0").with("Content-Type", "application/json");

        assertThat(json.send("PATCH", address, BodyPublishers.ofString("{}")).status())
                .isEqualTo(415);
        assertThat(tus.with("Content-Type", "application/offset+octet-stream")
                        .send("PATCH", address, BodyPublishers.ofString("hello"))
                        .code())
                .isEqualTo("uploads.offset.missing");
    }

    @Test
    void anyMethodMayComeAsPost() {
        var address = tus.begin(5);
        var patch = tus.with("X-HTTP-Method-Override", "PATCH")
                .with("Upload-Offset", "0")
                .with("Content-Type", "application/offset+octet-stream");

        assertThat(patch.send("POST", address, BodyPublishers.ofString("hel")).status())
                .isEqualTo(204);
        assertThat(tus.with("X-HTTP-Method-Override", "HEAD")
                        .send("POST", address, BodyPublishers.noBody())
                        .header("Upload-Offset"))
                .isEqualTo("3");
        assertThat(tus.with("X-HTTP-Method-Override", "DELETE")
                        .send("POST", address, BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(tus.send("POST", address, BodyPublishers.noBody()).status()).isEqualTo(400);
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        var address = tus.begin(5);
        var other = Tus.as(STAGE.tenant().live());

        assertThat(other.head(address).status()).isEqualTo(404);
        assertThat(other.patch(address, 0, bytes("hello")).status()).isEqualTo(404);
        assertThat(other.delete(address).status()).isEqualTo(404);
        assertThat(Tus.as(tenant.test()).head(address).status()).isEqualTo(404);
        assertThat(tus.head(address).status()).isEqualTo(200);
    }

    @Test
    void aKeyThatEndsMidwayIsFollowedByAnother() {
        var key = tenant.live()
                .post("/v1/api-keys", Map.of("name", "short", "scopes", List.of("media:write", "media:read")));
        var brief = Tus.as(STAGE.as(key.at("/key")));
        var address = brief.begin(5);
        brief.patch(address, 0, bytes("hel"));

        tenant.live().delete("/v1/api-keys/" + key.at("/id"));
        Eventually.is(
                "the news is heard",
                () -> STAGE.as(key.at("/key")).get("/v1/assets").status() == 401);

        assertThat(brief.patch(address, 3, bytes("lo")).status()).isEqualTo(401);
        assertThat(tus.patch(address, 3, bytes("lo")).status()).isEqualTo(204);
    }

    private String partial(byte[] bytes) {
        var address = tus.with("Upload-Concat", "partial").begin(bytes.length);
        assertThat(tus.patch(address, 0, bytes).status()).isEqualTo(204);
        return address;
    }

    private byte[] stored(String asset) throws Exception {
        var key = new ObjectKey("%s/live/originals/%s/1".formatted(tenant.id(), asset));
        try (var content = store().get(key)) {
            return content.stream().readAllBytes();
        }
    }

    private int leftBehind(String address) {
        var id = address.substring(address.lastIndexOf('/') + 1);
        return store().list(Upload.folder(tenant.liveSpace(), id), null, 100)
                .entries()
                .size();
    }

    private String held() {
        return String.valueOf(STAGE.ask(
                "SELECT coalesce(held ->> 'original', '0') || ' of original, ' || reserved || ' reserved' FROM "
                        + tenant.liveSpace().schema() + ".quota WHERE meter = 'storage.bytes'"));
    }

    private static ObjectStore store() {
        return STAGE.server().getApplicationContext().getBean(ObjectStore.class);
    }

    private static Stage start() {
        var stage = Stage.alone(Map.of("test.clock", true, "uploads.part-size", PART, "uploads.silence", "2s"));
        stage.run("UPDATE control.plan SET allowances = "
                + "'[{\"meter\": \"storage.bytes\", \"amount\": 1000000, \"hard\": true}]'");
        return stage;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] some(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
