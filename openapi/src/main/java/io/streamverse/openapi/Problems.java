package io.streamverse.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// How an operation can fail, told from its form.
record Problems(String path, String method, ObjectNode operation) {
    void add() {
        var answers = (ObjectNode) operation.path("responses");
        var hasBody = operation.has("requestBody");
        var takesInput =
                hasBody || operation.path("parameters").findValuesAsText("in").contains("query");
        refer(answers, takesInput, "400", "Malformed");
        refer(answers, true, "401", "Unauthenticated");
        refer(answers, true, "403", "Forbidden");
        refer(answers, path.contains("{"), "404", "NotFound");
        refer(answers, !method.equals("get"), "409", "Conflict");
        refer(answers, method.equals("patch"), "412", "Outdated");
        refer(answers, hasBody, "413", "TooLarge");
        refer(answers, hasBody, "415", "UnsupportedType");
        refer(answers, takesInput, "422", "Rejected");
        refer(answers, true, "default", "Problem");
    }

    private static void refer(ObjectNode answers, boolean applies, String status, String name) {
        if (applies) {
            answers.putObject(status).put("$ref", "#/components/responses/" + name);
        }
    }
}
