package io.streamverse.server.drm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import io.streamverse.kernel.http.ETag;
import io.streamverse.server.custody.Closed;
import io.streamverse.server.custody.Custody;
import io.streamverse.server.providers.KeySystem;
import io.streamverse.server.providers.ProviderSecret;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an environment wants of licences; until it says so, the defaults.
@Singleton
class Settings {
    private static final String KIND = "drm-secrets";
    private static final String ALL = "providers";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<KeySystem, ProviderSecret>> SECRETS = new TypeReference<>() {};
    private final SettingsRepository rows;
    private final Custody custody;
    private final InstantSource clock;

    Settings(SettingsRepository rows, Custody custody, InstantSource clock) {
        this.rows = rows;
        this.custody = custody;
        this.clock = clock;
    }

    Terms current() {
        return rows.findById(SettingsRow.ONLY).map(this::opened).orElseGet(Terms::first);
    }

    @Transactional
    Terms change(@Nullable String ifMatch, UnaryOperator<Terms> edit) {
        rows.beAlone();
        var before = current();
        ETag.demand(ifMatch, before.version());
        var wanted = edit.apply(before);
        var row = closed(wanted, before.version() + 1);
        return opened(before.version() == 0 ? rows.save(row) : rows.update(row));
    }

    /// Closes the secrets under the newest key.
    @Transactional
    void rewrap() {
        rows.beAlone();
        rows.findById(SettingsRow.ONLY).ifPresent(it -> rows.update(closed(opened(it), it.version())));
    }

    private SettingsRow closed(Terms terms, int version) {
        var closed = custody.close(KIND, ALL, write(terms.secrets()));
        return new SettingsRow(
                SettingsRow.ONLY,
                version,
                terms.settings(),
                terms.providers(),
                terms.certificateText(),
                closed.tenantKey(),
                closed.text(),
                clock.instant());
    }

    private Terms opened(SettingsRow row) {
        var text = row.secrets();
        var secrets = text == null
                ? Map.<KeySystem, ProviderSecret>of()
                : read(custody.open(KIND, ALL, new Closed(row.tenantKey(), text)));
        return new Terms(row.version(), row.settings(), row.providers(), row.fairplayCertificate(), secrets);
    }

    private static String write(Map<KeySystem, ProviderSecret> secrets) {
        try {
            return JSON.writeValueAsString(secrets);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("Secrets cannot be written");
        }
    }

    private static Map<KeySystem, ProviderSecret> read(String text) {
        try {
            return JSON.readValue(text, SECRETS);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("Secrets cannot be read");
        }
    }
}
