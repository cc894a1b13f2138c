package reload.app;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/// Ready means: what a page sends now will be kept.
@org.eclipse.microprofile.health.Readiness
@Singleton
public final class Readiness implements HealthCheck {
    private final Ring ring;

    Readiness(Ring ring) {
        this.ring = ring;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("log").status(ring.isReady()).build();
    }
}
