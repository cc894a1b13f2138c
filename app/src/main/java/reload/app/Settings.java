package reload.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What an operator can set, by system property (`reload.data`) or environment (`RELOAD_DATA`).
@ConfigMapping(prefix = "reload")
public interface Settings {
    /// Where the secret key, the database beside us and the demo's files live.
    @WithDefault(".reload/data")
    Path data();

    /// A PostgreSQL 15 or newer of the operator's own; absent for one beside us.
    Optional<String> database();

    /// The secret everything else is derived from; absent for one made and kept in `data`.
    Optional<String> secretKey();

    /// Where pages reach the edge, such as `https://edge.example`; absent for wherever they did.
    Optional<String> publicUrl();

    /// What this process does.
    @WithDefault("edge,worker,console")
    Set<Role> roles();

    /// How many days of the log are kept, 2 or more; figures and sessions of older days stay.
    @WithDefault("90")
    int logDays();

    /// A mall that remembers so many sessions of two products or more is ranked by trees of its own; smaller ones share
    /// some.
    @WithDefault("20000")
    int ownRankingFrom();

    /// A mall with so many visits in 30 days gets propensities from trees of its own; smaller ones share some.
    @WithDefault("200000")
    int ownPropensitiesFrom();

    /// How long one training of all rankings, or of all propensities of a kind, may take.
    @WithDefault("6h")
    Duration trainingLimit();

    /// Whether the demo malls and the demo sign-in exist.
    @WithName("demo")
    @WithDefault("false")
    boolean isDemo();

    /// Where the demo mall is; its feed and search page are on the next two ports.
    @WithName("demo.mall-port")
    @WithDefault("8081")
    int demoMallPort();

    Limits limits();

    Operator operator();

    @WithName("port")
    @WithDefault("${quarkus.http.port:8080}")
    int port();

    /// Where this process answers on its own machine.
    default String localUrl() {
        return publicUrl().orElse("http://localhost:" + port());
    }

    enum Role {
        EDGE,
        WORKER,
        CONSOLE
    }

    interface Limits {
        /// Requests a second from one address to one mall; 0 for no limit.
        @WithDefault("300")
        int perAddress();

        /// Requests a second to one mall; 0 for no limit.
        @WithDefault("5000")
        int perMall();
    }

    /// The first operator, made at start where there is no such account.
    interface Operator {
        Optional<String> email();

        Optional<String> password();
    }
}
