package reload.mall.adapter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;
import reload.event.SiteKey;
import reload.log.adapter.Database;
import reload.log.adapter.Database.Role;
import reload.log.adapter.TestDatabase;
import reload.mall.Mall;
import reload.mall.MallSettings;

/// A tenancy over a real database, with a clock that stands until it is moved.
final class House implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger COUNT = new AtomicInteger();

    final Database database = TestDatabase.named("malls");
    final PGSimpleDataSource console = TestDatabase.connections(database, Role.CONSOLE);
    final PGSimpleDataSource worker = TestDatabase.connections(database, Role.WORKER);
    final MemoryLog log = new MemoryLog();
    final Tenancy tenancy;
    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    House() {
        this(true);
    }

    House(boolean demo) {
        tenancy = Tenancy.open(console, worker, TestDatabase.SECRET, log, clock(), demo);
    }

    InstantSource clock() {
        return () -> now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Mall mall() {
        return mall("mall-" + COUNT.incrementAndGet());
    }

    Mall mall(String key) {
        tenancy.register().create(newMall(key, false), null);
        return Objects.requireNonNull(tenancy.malls().find(new SiteKey(key)));
    }

    /// As it is now.
    Mall again(Mall mall) {
        return Objects.requireNonNull(tenancy.malls().find(mall.id()));
    }

    static MallRegister.NewMall newMall(String key, boolean simulated) {
        return new MallRegister.NewMall(
                new SiteKey(key),
                "가게 " + key,
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                simulated,
                false,
                false,
                Set.of("https://" + key + ".example"),
                MallSettings.initial());
    }

    Account person() {
        return person(false);
    }

    Account person(boolean operator) {
        String email = "person-" + COUNT.incrementAndGet() + "@mall.example";
        return tenancy.accounts().create(email, "Person", "ko", operator, PASSWORD);
    }

    Account member(Mall mall, reload.mall.Role role) {
        Account account = person();
        tenancy.accounts().join(account, mall.id(), role, null);
        return account;
    }

    @Override
    public void close() {
        tenancy.close();
    }
}
