package io.streamverse.billing.intake;

import io.swagger.v3.oas.annotations.media.Schema;

@Schema(description = "Why usage was not booked.")
record UsageProblem(
        @Schema(description = "Stable code for programs.", example = "usage.too-late")
        String code,

        @Schema(description = "For a person.") String detail) {

    static UsageProblem of(String code) {
        return new UsageProblem(code, detail(code));
    }

    private static String detail(String code) {
        return switch (code) {
            case "usage.id.conflict" -> "The same source and id was booked with other content";
            case "usage.id.invalid" -> "An id has 1 to 200 visible characters, a source 1 to 60";
            case "usage.source.reserved" -> "This source belongs to a part of the platform";
            case "usage.meter.unknown" -> "There is no such meter";
            case "usage.meter.not-external" -> "The platform meters this itself";
            case "usage.quantity.invalid" -> "A quantity has at most 18 digits before and 9 after the point";
            case "usage.quantity.negative" -> "A quantity is not negative; take back with a correction";
            case "usage.dimensions.invalid" -> "These are not dimensions that the meter has, or too many, or too long";
            case "usage.too-late" -> "Usage of more than 35 days ago is not booked";
            case "usage.too-far-ahead" -> "Usage of more than an hour ahead is not booked";
            case "usage.tenant.unknown" -> "There is no such tenant";
            case "usage.reason.invalid" -> "A reason has 1 to 500 visible characters";
            case "usage.line.malformed" -> "The line cannot be read";
            default -> "It cannot be booked";
        };
    }
}
