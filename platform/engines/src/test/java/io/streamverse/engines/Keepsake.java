package io.streamverse.engines;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The same word put into all three engines and read back from each.
record Keepsake(String inPostgres, String inKafka, String inRedis) {
    private static final String DATABASE = "keepsakes";
    private static final String TOPIC = "keepsakes.v1";

    static Keepsake of(String word) {
        return new Keepsake(word, word, word);
    }

    static void leave(String word, EmbeddedPostgres postgres, EmbeddedKafka kafka, URI redis) throws Exception {
        postgres.createDatabaseIfMissing(DATABASE);
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE keepsake AS SELECT '%s' AS word".formatted(word));
        }
        publish(word, kafka);
        redis(redis, "SET keepsake " + word);
    }

    static Keepsake read(EmbeddedPostgres postgres, EmbeddedKafka kafka, URI redis) throws Exception {
        return new Keepsake(fromPostgres(postgres), fromKafka(kafka), redis(redis, "GET keepsake"));
    }

    private static String fromPostgres(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = connect(postgres);
                var rows = connection.createStatement().executeQuery("SELECT word FROM keepsake")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(DATABASE), postgres.superuser(), postgres.password());
    }

    private static void publish(String word, EmbeddedKafka kafka) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(TOPIC, word)).get();
        }
    }

    private static String fromKafka(EmbeddedKafka kafka) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private static String redis(URI uri, String command) throws IOException {
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            var password = uri.getUserInfo().substring(1);
            socket.getOutputStream()
                    .write("AUTH %s\r\n%s\r\nQUIT\r\n"
                            .formatted(password, command)
                            .getBytes(StandardCharsets.UTF_8));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return answers.get(answers.size() - 2);
        }
    }
}
