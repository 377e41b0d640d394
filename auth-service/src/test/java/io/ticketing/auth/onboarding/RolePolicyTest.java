package io.ticketing.auth.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.ticketing.events.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "STUDENT,STUDENT,STUDENT,",
        "STUDENT,MODERATOR,STUDENT,MODERATOR",
        "STUDENT,ADMIN,STUDENT,ADMIN",
        "MODERATOR,MODERATOR,MODERATOR,",
        "MODERATOR,STUDENT,MODERATOR,",
        "ADMIN,MODERATOR,ADMIN,",
        "MODERATOR,ADMIN,MODERATOR,ADMIN"
    })
    void byApprovalAHigherRoleIsOnlyRequested(Role present, Role chosen, Role inForce, Role requested) {
        assertThat(RolePolicy.APPROVAL.decide(present, chosen)).isEqualTo(new RoleChoice(inForce, requested));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whenOpenEveryChoiceTakesEffectAtOnce(Role chosen) {
        assertThat(RolePolicy.OPEN.decide(Role.STUDENT, chosen)).isEqualTo(new RoleChoice(chosen, null));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whatAnAdminHasGivenIsNotLost(Role chosen) {
        assertThat(RolePolicy.OPEN.decide(Role.ADMIN, chosen)).isEqualTo(new RoleChoice(Role.ADMIN, null));
    }

    @Test
    void approvalIsUsual() {
        assertThat(RolePolicySetting.parse(Optional.empty())).isEqualTo(RolePolicy.APPROVAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "OPEN", " Open "})
    void openMayBeSet(String setting) {
        assertThat(RolePolicySetting.parse(Optional.of(setting))).isEqualTo(RolePolicy.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "approval,open", "true"})
    void anythingElseIsRefusedByTheVariablesName(String setting) {
        assertThatThrownBy(() -> RolePolicySetting.parse(Optional.of(setting)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("ONBOARDING_ROLE_POLICY must be approval or open");
    }
}
