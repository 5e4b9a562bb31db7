package io.streamverse.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamverse.sdk.AuthenticationException;
import io.streamverse.sdk.ForbiddenException;
import io.streamverse.sdk.ListParams;
import io.streamverse.sdk.PreconditionFailedException;
import io.streamverse.sdk.RequestOptions;
import io.streamverse.sdk.StreamVerse;
import io.streamverse.sdk.ValidationException;
import io.streamverse.sdk.model.ApiKey;
import io.streamverse.sdk.model.CreateApiKey;
import io.streamverse.sdk.model.RotateApiKey;
import io.streamverse.sdk.model.SuspendTenant;
import io.streamverse.sdk.model.SuspensionLevel;
import io.streamverse.sdk.model.Tenant;
import io.streamverse.sdk.model.UpdateBranding;
import io.streamverse.testkit.Eventually;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A tenant from its first key to its suspension, through the Java client.
class TenantLifeIT {
    private final Tenant tenant = Service.tenant();

    @Test
    void aTenantIsUsableWhenItsCreationAnswers() {
        var live = Service.live(tenant);

        assertThat(live.tenant().get().slug()).isEqualTo(tenant.slug());
        assertThat(live.branding().get().name()).isEqualTo(tenant.name());
        assertThat(tenant.hosts()).first().asString().startsWith(tenant.slug() + ".localhost");
    }

    @Test
    void aBrandIsChangedByWhoeverSawItLast() {
        var branding = Service.live(tenant).branding();
        var seen = RequestOptions.none().withIfMatch(branding.getVersioned().etag());
        branding.update(new UpdateBranding().primaryColor("#ff0000"), seen);

        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> branding.update(new UpdateBranding().primaryColor("#00ff00"), seen));
        assertThat(branding.get().primaryColor()).isEqualTo("#ff0000");
    }

    @Test
    void aWrongFieldIsNamed() {
        var branding = Service.live(tenant).branding();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> branding.update(new UpdateBranding().primaryColor("red")))
                .satisfies(it -> assertThat(it.requestId()).isNotEmpty())
                .satisfies(
                        it -> assertThat(it.fieldErrors().getFirst().pointer()).isEqualTo("/primaryColor"));
    }

    @Test
    void aKeyDoesWhatItsScopesSay() {
        var key = Service.live(tenant)
                .apiKeys()
                .create(new CreateApiKey().name("reader").scopes(List.of("branding:read")));
        var reader = Service.with(key.key());

        assertThat(reader.branding().get().name()).isEqualTo(tenant.name());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> reader.branding().update(new UpdateBranding().primaryColor("#ff0000")));
    }

    @Test
    void aRotatedKeyHasTwoSecretsForAWhile() {
        var keys = Service.live(tenant).apiKeys();
        var key = keys.create(new CreateApiKey().name("rotating").scopes(List.of("*")));
        var fresh = keys.rotate(key.id(), new RotateApiKey().overlapSeconds(600));

        assertThat(List.of(key.key(), fresh.key()))
                .allSatisfy(
                        it -> assertThat(Service.with(it).tenant().get().id()).isEqualTo(tenant.id()));
    }

    @Test
    void aRevokedKeyIsRefused() {
        var keys = Service.live(tenant).apiKeys();
        var key = keys.create(new CreateApiKey().name("short-lived").scopes(List.of("*")));
        var holder = Service.with(key.key());
        holder.tenant().get();
        keys.revoke(key.id());

        Eventually.is("the key is refused", () -> refused(holder));
    }

    @Test
    void aListReadsOnByItself() {
        var keys = Service.live(tenant).apiKeys();
        IntStream.range(0, 5)
                .forEach(i -> keys.create(
                        new CreateApiKey().name("key " + i).scopes(List.of("*")).externalId("e" + i)));

        assertThat(keys.list(ListParams.all().limit(2)).stream().map(ApiKey::name))
                .containsExactly("key 4", "key 3", "key 2", "key 1", "key 0", "First key");
        assertThat(keys.list(ListParams.all().externalId("e3")).data())
                .extracting(ApiKey::name)
                .containsExactly("key 3");
    }

    @Test
    void theTestEnvironmentIsAnother() {
        var live = Service.live(tenant);
        var test = Service.test(tenant);
        test.branding().update(new UpdateBranding().primaryColor("#123456"));

        assertThat(test.branding().get().primaryColor()).isEqualTo("#123456");
        assertThat(live.branding().get().primaryColor()).isNotEqualTo("#123456");
        assertThat(test.apiKeys().list(ListParams.all()).data()).hasSize(1);
    }

    @Test
    void aSuspendedTenantIsToldSoUntilItIsResumed() {
        var tenants = Service.operator().tenants();
        var live = Service.live(tenant);
        tenants.suspend(
                tenant.id(), new SuspendTenant().level(SuspensionLevel.ABUSE).reason("spam"));

        Eventually.is("the suspension holds", () -> refused(live));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> live.branding().get())
                .satisfies(it -> assertThat(it.code()).isEqualTo("tenants.tenant.suspended"));
        tenants.resume(tenant.id());
        Eventually.is("the resumption holds", () -> !refused(live));
    }

    private static boolean refused(StreamVerse client) {
        try {
            client.tenant().get();
            return false;
        } catch (AuthenticationException | ForbiddenException e) {
            return true;
        }
    }
}
