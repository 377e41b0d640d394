package io.ticketing.auth.onboarding;

import io.quarkus.runtime.Startup;
import io.ticketing.auth.config.AuthConfig;
import io.ticketing.web.settings.BadSetting;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The policy that {@code ONBOARDING_ROLE_POLICY} names. */
@ApplicationScoped
@Startup(10)
class RolePolicySetting {

    private static final Logger LOG = Logger.getLogger(RolePolicySetting.class);

    private final RolePolicy policy;

    RolePolicySetting(AuthConfig config) {
        this.policy = parse(config.onboardingRolePolicy());
        if (policy == RolePolicy.OPEN) {
            LOG.warn("ONBOARDING_ROLE_POLICY is open: whoever registers may make himself an admin");
        }
    }

    /** The policy in force. */
    RolePolicy policy() {
        return policy;
    }

    static RolePolicy parse(Optional<String> setting) {
        return switch (setting.orElse("approval").strip().toLowerCase(Locale.ROOT)) {
            case "approval" -> RolePolicy.APPROVAL;
            case "open" -> RolePolicy.OPEN;
            default -> throw BadSetting.of("ONBOARDING_ROLE_POLICY", "must be approval or open");
        };
    }
}
