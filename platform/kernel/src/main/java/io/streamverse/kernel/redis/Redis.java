package io.streamverse.kernel.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScriptOutputType;
import io.micronaut.context.annotation.Requires;
import io.streamverse.kernel.metrics.Spans;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.kernel.tenancy.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Everything here fails with `RedisAway` within the time-out.
@Singleton
@Requires(property = "redis.url")
public class Redis {
    private static final int SCANNED_AT_ONCE = 1_000;
    private final RedisConnection connection;
    private final RedisConfig config;
    private final Spans spans;

    Redis(RedisConnection connection, RedisConfig config, Spans spans) {
        this.connection = connection;
        this.config = config;
        this.spans = spans;
    }

    /// On a key of the tenant environment in charge. Runs as a whole: no other script sees it half done.
    public List<String> run(Script script, String key, String... values) {
        return run(script, new String[] {"%s%s:%s".formatted(config.prefix(), TenantContext.current(), key)}, values);
    }

    /// On a key of the platform's.
    public List<String> runForAll(Script script, String key, String... values) {
        return run(script, new String[] {"%sall:%s".formatted(config.prefix(), key)}, values);
    }

    /// In both its environments, with the prefix.
    List<String> keysOf(TenantId tenant) {
        var wanted = ScanArgs.Builder.matches("%s%s:*".formatted(config.prefix(), tenant))
                .limit(SCANNED_AT_ONCE);
        var found = new ArrayList<String>();
        KeyScanCursor<String> page = await(connection.commands().scan(wanted));
        found.addAll(page.getKeys());
        while (!page.isFinished()) {
            page = await(connection.commands().scan(page, wanted));
            found.addAll(page.getKeys());
        }
        return found;
    }

    void unlink(List<String> keys) {
        if (!keys.isEmpty()) {
            await(connection.commands().unlink(keys.toArray(String[]::new)));
        }
    }

    private List<String> run(Script script, String[] keys, String... values) {
        var span = spans.calling("EVALSHA");
        try (span) {
            span.with("db.system.name", "redis");
            return asked(script, keys, values);
        } catch (RedisAway e) {
            span.failed();
            throw e;
        }
    }

    private List<String> asked(Script script, String[] keys, String... values) {
        var commands = connection.commands();
        try {
            return texts(await(commands.<List<Object>>evalsha(script.digest(), ScriptOutputType.MULTI, keys, values)));
        } catch (RedisNoScriptException e) {
            return texts(await(commands.<List<Object>>eval(script.text(), ScriptOutputType.MULTI, keys, values)));
        }
    }

    private static List<String> texts(List<Object> answer) {
        return answer.stream().map(String::valueOf).toList();
    }

    private <T> T await(RedisFuture<T> answer) {
        try {
            return answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisNoScriptException unknown) {
                throw unknown;
            }
            throw new RedisAway("Redis refused", e.getCause() == null ? e : e.getCause());
        } catch (RedisException e) {
            throw new RedisAway("Redis refused", e);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new RedisAway("Redis does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisAway("Interrupted while Redis was asked", e);
        }
    }
}
