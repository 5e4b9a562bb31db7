package io.streamverse.server.analytics;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(name = "AnalyticsTitleViewers", description = "How many watch a title now.")
record TitleViewers(String titleId, long sessions) {}
