package io.streamverse.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {
    private static final FakeVault VAULT = new FakeVault();

    @TempDir
    private Path folder;

    @AfterAll
    static void end() {
        VAULT.close();
    }

    @Test
    void aSettingIsReadFromTheFileThatItNames() throws IOException {
        var file = Files.writeString(folder.resolve("pw"), "pw-of-the-file\n");

        assertThat(read(Map.of("database.control.password", "file:" + file))).isEqualTo("pw-of-the-file");
    }

    @Test
    void aVariableMayNameAFileToo() throws IOException {
        var file = Files.writeString(folder.resolve("pw"), "pw-of-the-file");
        var variables = new MapPropertySource("env", Map.of("DATABASE_CONTROL_PASSWORD", "file:" + file)) {
            @Override
            public PropertyConvention getConvention() {
                return PropertyConvention.ENVIRONMENT_VARIABLE;
            }
        };

        assertThat(read(variables)).isEqualTo("pw-of-the-file");
    }

    @Test
    void whatStandsOverAReferenceStandsOverItsValue() throws IOException {
        var file = Files.writeString(folder.resolve("pw"), "pw-of-the-file");
        var weak = PropertySource.of("weak", Map.of("database.control.password", "file:" + file), 10);
        var strong = PropertySource.of("strong", Map.of("database.control.password", "given"), 1_000);

        assertThat(read(weak, strong)).isEqualTo("given");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsSetting() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> read(Map.of("database.control.password", "file:/nowhere/pw")))
                .withMessage("database.control.password names a file that cannot be read: file:/nowhere/pw.");
    }

    @Test
    void aSettingIsReadFromVaultWithAToken() {
        assertThat(read(Map.of(
                        "database.control.password",
                        "vault:secret/data/streamverse#database",
                        "secrets.vault.url",
                        VAULT.url(),
                        "secrets.vault.token",
                        FakeVault.TOKEN)))
                .isEqualTo("pw-of-vault");
    }

    @Test
    void aSettingIsReadFromVaultByARoleWhoseSecretLiesInAFile() throws IOException {
        var file = Files.writeString(folder.resolve("secret-id"), "its-secret\n");

        assertThat(read(Map.of(
                        "database.control.password",
                        "vault:secret/data/streamverse#database",
                        "secrets.vault.url",
                        VAULT.url(),
                        "secrets.vault.role-id",
                        "a-role",
                        "secrets.vault.secret-id",
                        "file:" + file)))
                .isEqualTo("pw-of-vault");
    }

    @Test
    void whatVaultDoesNotSayIsNamedWithItsSetting() {
        assertRefused(FakeVault.TOKEN, "vault:secret/data/streamverse#other", "the secret has no other");
        assertRefused(FakeVault.TOKEN, "vault:secret/data/streamverse#port", "the secret has no port");
        assertRefused(FakeVault.TOKEN, "vault:secret/data/nothing#database", "Vault answers 404");
        assertRefused("another", "vault:secret/data/streamverse#database", "Vault answers 403");
        assertRefused(FakeVault.TOKEN, "vault:secret/data/streamverse", "names no field");
    }

    @Test
    void withoutAPlaceForVaultThatIsSaid() {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> read(Map.of("a.secret", "vault:secret/data/streamverse#database")))
                .withMessageContaining("a.secret")
                .withMessageContaining("secrets.vault.url is not set");
    }

    private static void assertRefused(String token, String reference, String why) {
        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> read(Map.of(
                        "database.control.password", reference,
                        "secrets.vault.url", VAULT.url(),
                        "secrets.vault.token", token)))
                .withMessageContaining("database.control.password")
                .withMessageContaining(why);
    }

    private static String read(Map<String, Object> settings) {
        return read(PropertySource.of("starter", settings, 1_000));
    }

    private static String read(PropertySource... sources) {
        Environment environment = ApplicationContext.builder()
                .deduceEnvironment(false)
                .propertySources(sources)
                .build()
                .getEnvironment()
                .start();
        References.resolve(environment);
        return environment.getRequiredProperty("database.control.password", String.class);
    }
}
