package io.streamverse.events.plans;

/// A plan can be chosen from now on.
public record PlanPublished(String code, String name) implements PlanEvent {}
