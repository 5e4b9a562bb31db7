package io.streamverse.kernel.messaging;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.streamverse.events.Event;
import io.streamverse.events.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Events as JSON; what has no value is absent. A reader ignores fields it does not know: publishers only ever add.
final class EventCodec {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, ALWAYS))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventCodec() {}

    static String topic(Class<?> eventType) {
        var pending = new ArrayList<Class<?>>(List.of(eventType));
        while (!pending.isEmpty()) {
            var type = pending.removeFirst();
            var topic = type.getAnnotation(Topic.class);
            if (topic != null) {
                return topic.value();
            }
            pending.addAll(Arrays.asList(type.getInterfaces()));
        }
        throw new IllegalStateException(eventType.getName() + " belongs to no topic");
    }

    static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + event.getClass().getName(), e);
        }
    }

    static <E extends Event> E read(Class<E> family, String type, String payload) {
        for (var member : family.getPermittedSubclasses()) {
            if (member.getSimpleName().equals(type)) {
                try {
                    return family.cast(JSON.readValue(payload, member));
                } catch (JsonProcessingException e) {
                    throw new UnreadableEvent("The payload is no " + type, e);
                }
            }
        }
        throw new UnreadableEvent(type + " is no event of " + topic(family), null);
    }
}
