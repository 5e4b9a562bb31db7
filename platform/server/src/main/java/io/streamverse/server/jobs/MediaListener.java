package io.streamverse.server.jobs;

import io.streamverse.events.media.AssetCreated;
import io.streamverse.events.media.AssetDeleted;
import io.streamverse.events.media.AssetFailed;
import io.streamverse.events.media.AssetReady;
import io.streamverse.events.media.MediaEvent;
import io.streamverse.events.media.WorkUnwanted;
import io.streamverse.events.media.WorkWanted;
import io.streamverse.kernel.messaging.EventConsumer;
import io.streamverse.kernel.tenancy.TenantContext;
import jakarta.inject.Singleton;

@Singleton
class MediaListener implements EventConsumer<MediaEvent> {
    private final Intake intake;

    MediaListener(Intake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return "server.jobs";
    }

    @Override
    public Class<MediaEvent> events() {
        return MediaEvent.class;
    }

    @Override
    public String dataSource() {
        return "control";
    }

    @Override
    public void on(MediaEvent event) {
        switch (event) {
            case WorkWanted it -> intake.take(TenantContext.current(), it);
            case WorkUnwanted it -> intake.cancel(TenantContext.current(), it.jobId());
            case AssetCreated _, AssetReady _, AssetFailed _, AssetDeleted _ -> {}
        }
    }
}
