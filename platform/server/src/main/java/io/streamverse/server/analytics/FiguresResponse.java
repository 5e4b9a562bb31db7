package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

@Schema(name = "AnalyticsReport", description = "Numbers of a span of time.")
record FiguresResponse(Instant from, Instant to, List<Figures> data) {
    static FiguresResponse of(Question question, List<Figures> data) {
        return new FiguresResponse(question.span().from(), question.span().to(), data);
    }
}
