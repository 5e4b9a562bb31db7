package io.streamverse.server.viewers;

import io.streamverse.kernel.problem.Unavailable;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hashes passwords on a few threads of its own: each needs 19 MB and keeps a core busy, so neither memory nor the
/// requests of others depend on how many wish to log in.
@Singleton
class Passwords {
    private static final int WAITING = 100;
    private final ThreadPoolExecutor threads;
    private final Argon2 nobodys = Argon2.of("nobody has this one");

    Passwords(ViewersConfig config) {
        this.threads = new ThreadPoolExecutor(
                config.parallelHashes(),
                config.parallelHashes(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    Argon2 hash(String password) {
        return alone(() -> Argon2.of(password));
    }

    /// Takes as long where there is no hash to compare with.
    boolean matches(String password, @Nullable Argon2 hash) {
        var compared = hash == null ? nobodys : hash;
        return alone(() -> compared.matches(password)) && hash != null;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private <T> T alone(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new Unavailable("viewers.login.busy", "Too many log in right now; try again", Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a password was hashed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e);
        }
    }
}
