package io.streamverse.flows;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.streamverse.media.plan.Accelerator;
import io.streamverse.media.work.Done;
import io.streamverse.media.work.Work;
import io.streamverse.worker.work.Desk;
import io.streamverse.worker.work.Runner;
import io.streamverse.worker.work.WorkFailure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/// Stands for an encoder: real bytes, real time, and the same result each time. `originUs` is the piece's number,
/// `durationMs` how many bytes the source has.
@Singleton
@Requires(property = "app", value = "worker")
@Requires(property = "flows.pieces", value = "true")
class Pieces implements Runner<Work.EncodeAudio>, Ordered {
    static final long OUTPUT_MS = 4_000;
    private static final int ROUNDS = 20;
    private static final int WORK_PER_ROUND = 2;

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Class<Work.EncodeAudio> kind() {
        return Work.EncodeAudio.class;
    }

    @Override
    public Done run(Work.EncodeAudio work, Desk desk) throws WorkFailure, InterruptedException {
        try {
            var source = Files.readAllBytes(desk.fetch(work.source(), work.durationMs()));
            var piece = new byte[0];
            for (int round = 0; round < ROUNDS; round++) {
                var began = System.nanoTime();
                piece = round(source, work.originUs(), piece);
                desk.busy(Accelerator.CPU, 1 + (System.nanoTime() - began) / 1_000_000);
                desk.progress((round + 1.0) / ROUNDS);
            }
            var file = Files.write(desk.folder().resolve("piece"), piece);
            var output = desk.deliver("piece", "application/octet-stream", file);
            return new Done.Encoded(Map.of(work.track().id(), output), OUTPUT_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(byte[] source, long number) {
        var piece = new byte[0];
        for (int round = 0; round < ROUNDS; round++) {
            piece = round(source, number, piece);
        }
        return piece;
    }

    private static byte[] round(byte[] source, long number, byte[] before) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update((byte) number);
            for (int i = 0; i < WORK_PER_ROUND; i++) {
                digest.update(source);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
