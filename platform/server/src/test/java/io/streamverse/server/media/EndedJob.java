package io.streamverse.server.media;

import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.transaction.TransactionOperations;
import io.streamverse.events.jobs.JobEnded;
import io.streamverse.events.jobs.TaskAttempt;
import io.streamverse.events.jobs.TaskResult;
import io.streamverse.kernel.messaging.Outbox;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.WorkJson;
import io.streamverse.testkit.Answer;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import java.sql.Connection;
import java.util.List;

/// The end of the job that an asset waits for, as the room jobs tells it.
final class EndedJob {
    private EndedJob() {}

    static TaskResult result(String task, Done done) {
        return new TaskResult(task, "cpu", WorkJson.write(done));
    }

    static void of(
            TestTenant tenant, Answer asset, String outcome, List<TaskResult> results, List<TaskAttempt> attempts) {
        var ended = new JobEnded(
                asset.at("/jobId"), asset.at("/id"), 1, "", outcome, null, "as the test wants", results, attempts);
        inOneTransaction(tenant, () -> bean(Outbox.class).add(ended));
    }

    @SuppressWarnings("unchecked")
    static void inOneTransaction(TestTenant tenant, Runnable act) {
        TransactionOperations<Connection> transactions = Stage.shared()
                .server()
                .getApplicationContext()
                .getBean(TransactionOperations.class, Qualifiers.byName("default"));
        TenantContext.run(
                tenant.liveSpace(),
                () -> transactions.executeWrite(_ -> {
                    act.run();
                    return tenant;
                }));
    }

    static <T> T bean(Class<T> type) {
        return Stage.shared().server().getApplicationContext().getBean(type);
    }
}
