package io.streamverse.kernel.signal;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.transaction.TransactionOperations;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PULSES = Duration.ofSeconds(10);
    private static final Duration LONGEST_PULSE = Duration.ofSeconds(5);
    private final PostgresqlConnectionFactory listening;
    private final TransactionOperations<Connection> control;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> lossListeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofVirtual().name("signals").unstarted(this::listen);
    private final AtomicLong heard = new AtomicLong();
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

    /// Grows with every word and every loss. What was read before it grew and is remembered after is dropped again: the
    /// word may have been about it.
    public long heard() {
        return heard.get();
    }

    /// Inside a control transaction the word goes out with the commit; outside, at once.
    public void send(String topic, String payload) {
        control.executeWrite(status -> {
            notify(status.getConnection(), topic + ":" + payload);
            return topic;
        });
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
    }

    @PreDestroy
    void stop() {
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
        heard.incrementAndGet();
        lossListeners.forEach(Runnable::run);
    }

    private void heard(String word) {
        heard.incrementAndGet();
        var colon = word.indexOf(':');
        if (colon < 0) {
            LOG.warn("A word without a topic: {}", word);
            return;
        }
        listeners.getOrDefault(word.substring(0, colon), List.of()).forEach(it -> it.accept(word.substring(colon + 1)));
    }
}
