package io.streamverse.kernel.signal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.transaction.TransactionOperations;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.streamverse.kernel.schedule.Loop;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Short words to every server on this database. One may be missed while the listening connection is away, so whoever
/// listens also drops what it remembers when the connection was lost (`onLoss`).
@Singleton
@Requires(property = "database.control.url")
public class Signals implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final String CHANNEL = "streamverse";
    private static final Duration PAUSE_BEFORE_RECONNECT = Duration.ofMillis(500);
    private static final Duration PAUSE_BEFORE_TELLING_AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PULSES = Duration.ofSeconds(10);
    private static final Duration LONGEST_PULSE = Duration.ofSeconds(5);
    private final PostgresqlConnectionFactory listening;
    private final TransactionOperations<Connection> control;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> lossListeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("signals").unstarted(this::listen);
    private final Queue<Word> untold = new ConcurrentLinkedQueue<>();
    private final Loop telling = new Loop("signals-telling", PAUSE_BEFORE_TELLING_AGAIN, this::tellAll);
    private volatile boolean connected;

    Signals(PostgresqlConnectionFactory listening, @Named("control") TransactionOperations<Connection> control) {
        this.listening = listening;
        this.control = control;
    }

    public void on(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(listener);
    }

    public void onLoss(Runnable listener) {
        lossListeners.add(listener);
    }

    /// While false, a word said elsewhere may not be heard here.
    public boolean connected() {
        return connected;
    }

    /// Inside a control transaction the word goes out with the commit; outside, at once.
    public void send(String topic, String payload) {
        control.executeWrite(status -> {
            notify(status.getConnection(), topic + ":" + payload);
            return topic;
        });
    }

    /// Heard here at once, and everywhere soon, whatever transaction the caller is in: for what was committed already.
    public void tell(String topic, String payload) {
        heard(topic, payload);
        untold.add(new Word(topic, payload));
        telling.wake();
    }

    private record Word(String topic, String payload) {}

    private void tellAll() {
        for (var next = untold.peek(); next != null; next = untold.peek()) {
            send(next.topic(), next.payload());
            untold.remove();
        }
    }

    private static void notify(Connection connection, String word) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, word);
            statement.execute();
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        thread.start();
        telling.start();
    }

    @PreDestroy
    void stop() {
        telling.stop();
        thread.interrupt();
    }

    private void listen() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                hear();
            } catch (RuntimeException e) {
                LOG.debug("The listening connection was lost", e);
            }
            connected = false;
            lost();
            try {
                Thread.sleep(PAUSE_BEFORE_RECONNECT);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void hear() {
        var connection = listening.create().block(PATIENCE);
        if (connection == null) {
            return;
        }
        try {
            connection.createStatement("LISTEN " + CHANNEL).execute().then().block(PATIENCE);
            connected = true;
            lost();
            connection
                    .getNotifications()
                    .doOnNext(it -> heard(String.valueOf(it.getParameter())))
                    .takeUntilOther(silence(connection))
                    .blockLast();
        } finally {
            connection.close().subscribe();
        }
    }

    /// Fails when the peer answers no more: one that vanished without a word closes nothing.
    private static Mono<Void> silence(PostgresqlConnection connection) {
        return connection
                .createStatement("SELECT 1")
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then()
                .timeout(LONGEST_PULSE)
                .delaySubscription(BETWEEN_PULSES)
                .repeat()
                .then();
    }

    private void lost() {
        lossListeners.forEach(Runnable::run);
    }

    private void heard(String word) {
        var colon = word.indexOf(':');
        if (colon < 0) {
            LOG.warn("A word without a topic: {}", word);
            return;
        }
        heard(word.substring(0, colon), word.substring(colon + 1));
    }

    private void heard(String topic, String payload) {
        listeners.getOrDefault(topic, List.of()).forEach(it -> it.accept(payload));
    }
}
