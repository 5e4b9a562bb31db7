package io.streamverse.kernel.app;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import jakarta.validation.ConstraintViolationException;
import java.net.BindException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.List;

/// Why a program does not start: one sentence that says what to do.
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final List<Class<? extends Throwable>> SELF_EXPLANATORY =
            List.of(ConfigurationException.class, ConversionErrorException.class, ConstraintViolationException.class);

    public StartFailure(String sentence) {
        super(sentence);
    }

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// A sentence where the reason lies outside the program; a fault of the program stays what it is.
    static RuntimeException of(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new StartFailure(
                        "A server is not the one that it should be: its certificate is of no authority that is believed here (%s). Whom to believe stands in the settings that end in .ca."
                                .formatted(onOneLine(cause)),
                        failure);
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case StartFailure known -> {
                    return known;
                }
                case BindException _ -> {
                    return new StartFailure(
                            "Its port is taken: stop what listens there or name another one in MICRONAUT_SERVER_PORT and MANAGEMENT_PORT.",
                            failure);
                }
                case SQLException refusal -> {
                    return new StartFailure("Its database refuses: " + onOneLine(refusal), failure);
                }
                case Throwable it
                when SELF_EXPLANATORY.stream().anyMatch(kind -> kind.isInstance(it)) -> {
                    return new StartFailure("Its settings are wrong: " + onOneLine(it), failure);
                }
                default -> {}
            }
        }
        return failure;
    }

    private static String onOneLine(Throwable reason) {
        return String.valueOf(reason.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
