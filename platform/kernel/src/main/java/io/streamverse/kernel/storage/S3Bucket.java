package io.streamverse.kernel.storage;

import io.streamverse.kernel.tls.Authority;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Where a bucket is, and who we are there. Without an endpoint it is Amazon's; without a key the machine's own role
/// counts. Workers and players reach it at `publicEndpoint`, where that is another.
public record S3Bucket(
        String name,
        String region,
        @Nullable URI endpoint,
        @Nullable URI publicEndpoint,
        boolean pathStyle,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @Nullable Path ca,
        int connections,
        Duration timeout) {

    public S3Bucket {
        if ((accessKeyId == null) != (secretAccessKey == null)) {
            throw new IllegalArgumentException("An access key is an id and a secret");
        }
    }

    S3Client client() {
        var builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .forcePathStyle(pathStyle)
                // Not every store knows the checksums that Amazon takes for granted.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(http());
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    private Apache5HttpClient.Builder http() {
        var http = Apache5HttpClient.builder()
                .maxConnections(connections)
                .connectionTimeout(timeout)
                .connectionAcquisitionTimeout(timeout)
                .socketTimeout(timeout);
        if (ca != null) {
            http.tlsTrustManagersProvider(Authority.of(ca)::trustManagers);
        }
        return http;
    }

    S3Presigner presigner() {
        var builder = S3Presigner.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build());
        var seen = publicEndpoint == null ? endpoint : publicEndpoint;
        return seen == null ? builder.build() : builder.endpointOverride(seen).build();
    }

    private AwsCredentialsProvider credentials() {
        return accessKeyId == null || secretAccessKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
    }

    @Override
    public String toString() {
        return "bucket %s at %s".formatted(name, endpoint == null ? "Amazon in " + region : endpoint);
    }
}
