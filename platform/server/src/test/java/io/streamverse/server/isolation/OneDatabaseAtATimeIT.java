package io.streamverse.server.isolation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.BeanContext;
import io.streamverse.kernel.tenancy.TenantContext;
import io.streamverse.testkit.Stage;
import io.streamverse.testkit.TestTenant;
import org.junit.jupiter.api.Test;

class OneDatabaseAtATimeIT {
    private static final Stage STAGE = Stage.shared();
    private static final TestTenant TENANT = STAGE.tenant();

    private final BeanContext beans = STAGE.server().getApplicationContext();
    private final Torn torn = beans.getBean(Torn.class);
    private final Torn.Inner inner = beans.getBean(Torn.Inner.class);

    @Test
    void aTenantsTransactionReachesNoControlData() {
        assertThatThrownBy(() -> inTenant(() -> torn.fromTenantToControl(inner)))
                .hasStackTraceContaining("meet in one transaction");
    }

    @Test
    void aControlTransactionReachesNoTenantsData() {
        assertThatThrownBy(() -> inTenant(() -> torn.fromControlToTenant(inner)))
                .hasStackTraceContaining("meet in one transaction");
    }

    @Test
    void oneAfterTheOtherIsFine() {
        assertThatCode(() -> inTenant(() -> {
                    inner.inControl();
                    inner.inTenant();
                }))
                .doesNotThrowAnyException();
    }

    private static void inTenant(Runnable work) {
        TenantContext.run(TENANT.liveSpace(), work);
    }
}
