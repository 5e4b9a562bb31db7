package io.streamverse.server.playback;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import net.bytebuddy.agent.ByteBuddyAgent;

/// Who stands between a caller and what is not theirs, each in a method of its own that can be taken away.
enum Guard {
    OPERATORS_ONLY("io.streamverse.kernel.security.Gate", "demandOperator", Instead.NOTHING),
    SCOPES("io.streamverse.kernel.security.Gate", "demandScope", Instead.NOTHING),
    SIGNED_IN("io.streamverse.kernel.security.ViewerGate", "demandSignedIn", Instead.NOTHING),
    OWN_HOST("io.streamverse.server.tenants.KeyGatekeeper", "demandSameHost", Instead.NOTHING),
    OWN_NAME("io.streamverse.server.tenants.KeyGatekeeper", "demandSameName", Instead.NOTHING),
    NOT_SUSPENDED("io.streamverse.server.tenants.KeyGatekeeper", "demandAdmitted", Instead.NOTHING),
    KEYS_END("io.streamverse.server.keys.KnownKey", "over", Instead.NO),
    TOKENS_END("io.streamverse.server.viewers.AccessTokens", "current", Instead.WHAT_CAME),
    TOKENS_ARE_FOR_US("io.streamverse.server.viewers.AccessTokens", "demandOurs", Instead.NOTHING),
    SIGNATURES("com.nimbusds.jose.crypto.RSASSAVerifier", "verify", Instead.YES),
    OWN_SCHEMA("io.streamverse.kernel.tenancy.TenantDatabase", "enter", Instead.NOTHING);

    private final String type;
    private final String method;
    private final Instead instead;

    Guard(String type, String method, Instead instead) {
        this.type = type;
        this.method = method;
        this.instead = instead;
    }

    /// What the method does then.
    private enum Instead {
        NOTHING,
        NO,
        YES,
        WHAT_CAME;

        void write(CodeBuilder code) {
            switch (this) {
                case NOTHING -> code.return_();
                case NO -> code.iconst_0().ireturn();
                case YES -> code.iconst_1().ireturn();
                case WHAT_CAME -> code.aload(code.parameterSlot(0)).areturn();
            }
        }
    }

    void away(Runnable meanwhile) {
        var guarded = read();
        become(without(guarded));
        try {
            meanwhile.run();
        } finally {
            become(guarded);
        }
    }

    private byte[] without(byte[] guarded) {
        var classes = ClassFile.of();
        return classes.transformClass(
                classes.parse(guarded),
                ClassTransform.transformingMethods(it -> it.methodName().equalsString(method), (changed, part) -> {
                    if (part instanceof CodeModel) {
                        changed.withCode(instead::write);
                    } else {
                        changed.with(part);
                    }
                }));
    }

    private void become(byte[] content) {
        try {
            ByteBuddyAgent.install().redefineClasses(new ClassDefinition(loaded(), content));
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read() {
        try (var content = loaded().getResourceAsStream("/" + type.replace('.', '/') + ".class")) {
            return requireNonNull(content).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Class<?> loaded() {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type + " is gone: say where the guard is now", e);
        }
    }
}
