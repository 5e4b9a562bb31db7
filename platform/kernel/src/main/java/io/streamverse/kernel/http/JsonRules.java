package io.streamverse.kernel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.time.Instant;

/// JSON is taken literally: no unknown fields, no twins, no numbers from strings, nothing behind the end, no deep
/// wells.
@Singleton
class JsonRules implements BeanCreatedEventListener<ObjectMapper> {
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(32)
            .maxNumberLength(64)
            .maxStringLength(1_000_000)
            .build();

    @Override
    public ObjectMapper onCreated(BeanCreatedEvent<ObjectMapper> event) {
        var json = event.getBean();
        json.getFactory().setStreamReadConstraints(BOUNDS);
        // Jackson's usual pool is by thread, and a virtual thread serves one request.
        json.getFactory().setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
        json.registerModule(StorableText.module());
        json.registerModule(new SimpleModule("plain-instant").addDeserializer(Instant.class, new PlainInstant()));
        json.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        json.configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        json.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        json.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        json.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        json.configure(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY, false);
        json.configure(DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS, false);
        json.registerModule(new SimpleModule("objects-only").setDeserializerModifier(new ObjectsOnly()));
        json.configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false);
        json.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        json.configure(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, false);
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Integer).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        json.coercionConfigFor(LogicalType.Boolean).setCoercion(CoercionInputShape.String, CoercionAction.Fail);
        return json;
    }
}
