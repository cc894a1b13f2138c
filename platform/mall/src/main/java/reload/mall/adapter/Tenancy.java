package reload.mall.adapter;

import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import reload.log.Log;
import reload.mall.Malls;

/// Malls and who may see them, wired together. The application makes one and hands it to whoever asks.
public final class Tenancy implements AutoCloseable {
    private final InstantSource clock;
    private final MallScope rows;
    private final MallSnapshots malls;
    private final Accounts accounts;
    private final ConsoleSessions sessions;
    private final MallRegister register;
    private final Settings settings;
    private final Access access;

    private Tenancy(DataSource console, DataSource worker, byte[] secret, Log log, InstantSource clock, boolean demo) {
        var sealing = new Sealing(secret);
        var facts = new SettingsFacts(worker, log);
        this.clock = clock;
        rows = new MallScope(console);
        malls = new MallSnapshots(worker, sealing, demo, facts);
        accounts = new Accounts(rows, sealing, clock);
        sessions = new ConsoleSessions(rows, clock);
        register = new MallRegister(rows, malls, facts, sealing, clock);
        settings = new Settings(rows, malls, facts, clock);
        access = new Access(sessions, accounts, malls);
    }

    /// Reads all malls and keeps them fresh until closed. Blocks on the database.
    ///
    /// @param console pooled connections of the console's role
    /// @param worker pooled connections of the worker's role
    /// @param secret the installation's secret key, at least 16 bytes, the same on every start
    /// @param demo whether the demo mall may be spoken for by any page of this machine
    /// @throws DatabaseUnavailable if the database does not answer
    public static Tenancy open(
            DataSource console, DataSource worker, byte[] secret, Log log, InstantSource clock, boolean demo) {
        var tenancy = new Tenancy(console, worker, secret, log, clock, demo);
        tenancy.malls.start();
        return tenancy;
    }

    Instant now() {
        return clock.instant();
    }

    public Malls malls() {
        return malls;
    }

    public Access access() {
        return access;
    }

    /// Transactions of the console's role: for whoever shows a mall's rows to its people.
    public MallScope rows() {
        return rows;
    }

    public Accounts accounts() {
        return accounts;
    }

    public ConsoleSessions sessions() {
        return sessions;
    }

    public MallRegister register() {
        return register;
    }

    public Settings settings() {
        return settings;
    }

    @Override
    public void close() {
        malls.close();
    }
}
