package io.streamverse.server.objects;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.streamverse.kernel.storage.S3Bucket;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The bucket that holds objects, where it is, and who we are there.
@ConfigurationProperties("storage.s3")
record S3Config(
        String bucket,
        @Bindable(defaultValue = "us-east-1") String region,
        @Nullable URI endpoint,
        @Nullable URI publicEndpoint,
        @Bindable(defaultValue = "false") boolean pathStyle,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Nullable Path ca,
        @Bindable(defaultValue = "200") @Min(1) int connections,
        @Bindable(defaultValue = "10s") Duration timeout) {

    S3Bucket toBucket() {
        return new S3Bucket(
                bucket,
                region,
                endpoint,
                publicEndpoint,
                pathStyle,
                accessKeyId,
                secretAccessKey,
                ca,
                connections,
                timeout);
    }

    @Override
    public String toString() {
        return "S3Config of " + bucket;
    }
}
