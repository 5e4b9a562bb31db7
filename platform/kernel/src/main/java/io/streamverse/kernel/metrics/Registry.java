package io.streamverse.kernel.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

@Factory
class Registry {
    private static final int NONE = -1;

    /// An app without a management port is one of several in its process: their starter shows the process's own.
    @Singleton
    PrometheusMeterRegistry metrics(ManagementConfig config) {
        var registry = named(config.app());
        if (config.port() != NONE) {
            addProcess(registry);
        }
        return registry;
    }

    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "management.port", notEquals = "-1")
    ManagementServer management(ManagementConfig config, PrometheusMeterRegistry registry) {
        return ManagementServer.start(config.port(), List.of(registry));
    }

    static PrometheusMeterRegistry named(String app) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.config().commonTags("app", app);
        return registry;
    }

    static void addProcess(PrometheusMeterRegistry registry) {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }
}
