package io.streamverse.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A body whose sender may not be silent for ever.
final class Patient extends InputStream {
    private final InputStream body;
    private final Duration silence;

    Patient(InputStream body, Duration silence) {
        this.body = body;
        this.silence = silence;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (body.available() > 0) {
            return body.read(target, offset, length);
        }
        var reading = new FutureTask<>(() -> body.read(target, offset, length));
        var reader = Thread.startVirtualThread(reading);
        try {
            return reading.get(silence.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reader.interrupt();
            throw new IOException("The sender is silent", e);
        } catch (ExecutionException e) {
            throw new IOException("The body broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
