package io.streamverse.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantSpace;
import io.streamverse.testkit.Api;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two tenants with two environments each, on one single connection, and on three that stand in four schemas.
class InterleavedTenantsIT {
    private static final int THREADS = 4;
    private static final Stage STAGE = Stage.shared();
    private static EmbeddedServer server;
    private static EmbeddedServer few;
    private static List<Side> sides;

    /// What one environment of one tenant calls itself, whatever it does.
    private record Side(TenantSpace space, String mark, Api api) {
        void renameBack() {
            api.patch("/v1/branding", Map.of("name", mark + " 0"));
        }
    }

    @BeforeAll
    static void begin() {
        server = serverWith(1, 1);
        few = serverWith(2, 3);
        sides = Stream.of(STAGE.tenant(), STAGE.tenant())
                .flatMap(it -> Stream.of(live(it), test(it)))
                .toList();
        sides.forEach(Side::renameBack);
    }

    @AfterAll
    static void end() {
        server.getApplicationContext().close();
        few.getApplicationContext().close();
    }

    @Test
    void inOneVirtualMachineTheyNeverMeet() throws Exception {
        everyThread(1_000, random -> actInCode(namesOf(server), random));
    }

    @Test
    void onFewConnectionsThatGiveWayTheyNeverMeet() throws Exception {
        everyThread(1_000, random -> actInCode(namesOf(few), random));
    }

    @Test
    void overHttpTheyNeverMeet() throws Exception {
        everyThread(400, this::actOverHttp);
    }

    @Test
    void noTenantInChargeIsAnError() {
        assertThat(thrownBy(() -> namesOf(server).read()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No tenant is in charge");
    }

    private void actInCode(Names names, Random random) {
        var side = sides.get(random.nextInt(sides.size()));
        var name = side.mark() + " " + random.nextInt(1_000);
        TenantContext.run(side.space(), () -> {
            switch (random.nextInt(50)) {
                case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> names.write(name);
                case 12, 13, 14, 15 -> fails(() -> names.writeAndThrow("never to be seen"));
                case 16, 17, 18, 19 -> fails(() -> names.writeAndFail("never to be seen"));
                case 20, 21 -> fails(() -> names.writeAndTakeTooLong("never to be seen"));
                case 22 -> fails(() -> names.writeAndLoseTheConnection("never to be seen"));
                default -> {}
            }
            assertThat(names.read())
                    .startsWith(side.mark())
                    .endsWith(" in %1$s as %1$s".formatted(side.space().schema()));
        });
    }

    private void actOverHttp(Random random) {
        var side = sides.get(random.nextInt(sides.size()));
        var name = Map.of("name", side.mark() + " " + random.nextInt(1_000));
        switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                assertThat(side.api().patch("/v1/branding", name).status()).isEqualTo(200);
            case 3 ->
                assertThat(side.api()
                                .patch("/v1/branding", Map.of("name", "no", "primaryColor", "no"))
                                .status())
                        .isEqualTo(422);
            case 4 ->
                assertThat(side.api()
                                .with("If-Match", "\"-1\"")
                                .patch("/v1/branding", name)
                                .status())
                        .isEqualTo(412);
            case 5, 6 ->
                Api.http()
                        .sendAsync(side.api().request("PATCH", "/v1/branding", name), BodyHandlers.discarding())
                        .cancel(true);
            default -> {}
        }
        assertThat(side.api().get("/v1/branding").at("/name")).startsWith(side.mark());
    }

    private static EmbeddedServer serverWith(int connections, int kept) {
        return STAGE.anotherServer(Map.of(
                "database.tenants.pools",
                1,
                "database.tenants.connections",
                connections,
                "database.tenants.kept",
                kept));
    }

    private static Names namesOf(EmbeddedServer server) {
        return server.getApplicationContext().getBean(Names.class);
    }

    private static void everyThread(int times, Consumer<Random> act) throws Exception {
        var seed = new Random().nextLong();
        System.out.println("InterleavedTenantsIT seed " + seed);
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var running = new ArrayList<Future<?>>();
            for (int thread = 0; thread < THREADS; thread++) {
                var random = new Random(seed + thread);
                running.add(threads.submit(() -> {
                    for (int i = 0; i < times; i++) {
                        act.accept(random);
                    }
                }));
            }
            for (var it : running) {
                try {
                    it.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("seed " + seed, e.getCause());
                }
            }
        }
    }

    private static void fails(Runnable work) {
        assertThat(thrownBy(work)).isNotNull();
    }

    private static Throwable thrownBy(Runnable work) {
        return org.assertj.core.api.Assertions.catchThrowable(work::run);
    }

    private static Side live(TestTenant tenant) {
        return new Side(tenant.liveSpace(), tenant.slug() + " live", on(tenant.liveKey()));
    }

    private static Side test(TestTenant tenant) {
        return new Side(tenant.testSpace(), tenant.slug() + " test", on(tenant.testKey()));
    }

    private static Api on(String key) {
        return new Api(server.getURI(), key);
    }
}
