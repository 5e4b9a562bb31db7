package io.streamverse.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamverse.media.lease.Addresses;
import io.streamverse.media.lease.Ask;
import io.streamverse.media.lease.Completion;
import io.streamverse.media.lease.DeviceMs;
import io.streamverse.media.lease.Failure;
import io.streamverse.media.lease.GivenBack;
import io.streamverse.media.lease.Heartbeat;
import io.streamverse.media.lease.Lease;
import io.streamverse.media.lease.Reading;
import io.streamverse.media.lease.Registered;
import io.streamverse.media.lease.Registration;
import io.streamverse.media.work.WorkJson;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Api;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Speaks to the server as a worker does, over HTTP.
record Worker(Api api, String id) {
    static final String LEASES = "/internal/jobs/leases";

    static Worker register(URI server, String key, String name, Registration able) {
        var api = new Api(server, key);
        var named = new Registration(
                name, able.version(), able.slots(), able.kinds(), able.accelerators(), able.encoders(), able.device());
        var answer = api.post("/internal/jobs/workers", WorkJson.write(named));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Worker(api, WorkJson.read(answer.text(), Registered.class).workerId());
    }

    Optional<Lease> ask() {
        return ask(0);
    }

    Optional<Lease> ask(long waitMs) {
        var answer = api.post(LEASES, WorkJson.write(new Ask(id, waitMs)));
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
        return answer.status() == 204 ? Optional.empty() : Optional.of(WorkJson.read(answer.text(), Lease.class));
    }

    Lease lease() {
        return ask().orElseThrow();
    }

    /// Takes the task that comes next, and does it.
    String work() {
        var lease = lease();
        assertThat(complete(lease).status()).isEqualTo(204);
        return lease.task();
    }

    Answer beat(Lease lease, double progress, long cpuMs) {
        return say(lease, "heartbeat", new Heartbeat(lease.attempt(), progress, new DeviceMs(cpuMs, 0), null));
    }

    Answer checkpoint(Lease lease, String state) {
        return say(lease, "heartbeat", new Heartbeat(lease.attempt(), 0.5, DeviceMs.NONE, state));
    }

    Answer complete(Lease lease) {
        return complete(lease, Tasks.nothing(), 0);
    }

    Answer complete(Lease lease, String done, long cpuMs) {
        return say(lease, "completion", new Completion(lease.attempt(), done, new DeviceMs(cpuMs, 0)));
    }

    Answer fail(Lease lease, String code, String log, long cpuMs) {
        return say(
                lease, "failure", new Failure(lease.attempt(), code, "it broke", false, log, new DeviceMs(cpuMs, 0)));
    }

    Answer failForGood(Lease lease, String code) {
        return say(lease, "failure", new Failure(lease.attempt(), code, "never", true, "the log", DeviceMs.NONE));
    }

    Answer giveBack(Lease lease, long cpuMs) {
        return say(lease, "return", new GivenBack(lease.attempt(), new DeviceMs(cpuMs, 0)));
    }

    Answer reads(Lease lease, String... keys) {
        return say(lease, "reads", new Reading(lease.attempt(), List.of(keys)));
    }

    Addresses addresses(Lease lease, String... keys) {
        return WorkJson.read(reads(lease, keys).text(), Addresses.class);
    }

    Answer say(Lease lease, String what, Object body) {
        return api.post(LEASES + "/" + lease.id() + "/" + what, WorkJson.write(body));
    }
}
