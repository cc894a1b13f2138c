package reload.mall.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.event.MallId;
import reload.mall.Role;

/// The people of the console: who they are, how they prove it, and where they are members.
///
/// Guessing is limited by failed tries within 15 minutes: 10 for one account from one address, 50 for one account,
/// 100 from one address. A try counts before the password is looked at, so many at once get no further than one
/// after the other.
public final class Accounts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST_OF_BOTH = 10;
    private static final int MOST_OF_ACCOUNT = 50;
    private static final int MOST_OF_ADDRESS = 100;
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final int LONGEST_EMAIL = 254;

    /// How a try to sign in ended.
    public sealed interface SignIn {
        record Welcome(Account account) implements SignIn {}

        /// No such account, or another password: nobody is told which.
        record BadCredentials() implements SignIn {}

        record TooManyTries(Duration retryAfter) implements SignIn {}
    }

    private final MallScope rows;
    private final Sealing sealing;
    private final InstantSource clock;
    private final Passwords passwords = new Passwords();

    Accounts(MallScope rows, Sealing sealing, InstantSource clock) {
        this.rows = rows;
        this.sealing = sealing;
        this.clock = clock;
    }

    /// @param password 10 to 200 characters
    /// @throws IllegalArgumentException if the password or the address cannot be one
    /// @throws IllegalStateException if there is such an account
    public Account create(String email, String name, String locale, boolean operator, String password) {
        String address = normal(email);
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD)
            throw new IllegalArgumentException("a password has 10 to 200 characters");
        if (address.length() > LONGEST_EMAIL || address.indexOf('@') < 1)
            throw new IllegalArgumentException("not an e-mail address");
        String encoded = passwords.encode(password);
        Instant now = clock.instant();
        return rows.none(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into account (email, name, locale, operator, password, created_at)
                    values (?, ?, ?, ?, ?, ?) returning id
                    """)) {
                insert.setString(1, address);
                insert.setString(2, name);
                insert.setString(3, locale);
                insert.setBoolean(4, operator);
                insert.setString(5, encoded);
                insert.setObject(6, now.atOffset(ZoneOffset.UTC));
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    var account = new Account(row.getInt(1), address, name, locale, operator);
                    Audit.write(connection, now, null, account.id(), "account created", Map.of("operator", operator));
                    return account;
                }
            }
        });
    }

    public @Nullable Account find(String email) {
        return rows.none(connection -> {
            Stored stored = stored(connection, normal(email));
            return stored == null ? null : stored.account;
        });
    }

    /// @param address where the try comes from, such as an IP address
    public SignIn signIn(String email, String password, String address) {
        byte[] accountHash = sealing.keyedHash("account " + normal(email));
        byte[] addressHash = sealing.keyedHash("address " + address);
        Instant now = clock.instant();
        boolean mayTry = rows.none(connection -> {
            if (tooMany(connection, accountHash, addressHash, now.minus(WINDOW))) return false;
            count(connection, accountHash, addressHash, now);
            return true;
        });
        if (!mayTry) return new SignIn.TooManyTries(WINDOW);
        Stored stored =
                email.length() > LONGEST_EMAIL ? null : rows.none(connection -> stored(connection, normal(email)));
        boolean matches = passwords.matches(
                password.length() > LONGEST_PASSWORD ? "" : password, stored == null ? null : stored.password);
        return rows.none(connection -> {
            if (stored == null || !matches) {
                Audit.write(
                        connection,
                        now,
                        null,
                        stored == null ? null : stored.account.id(),
                        "sign-in refused",
                        Map.of());
                return new SignIn.BadCredentials();
            }
            forgive(connection, accountHash, addressHash);
            Audit.write(connection, now, null, stored.account.id(), "signed in", Map.of());
            return new SignIn.Welcome(stored.account);
        });
    }

    public void changeLocale(Account account, String locale) {
        rows.none(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update account set locale = ? where id = ?")) {
                update.setString(1, locale);
                update.setInt(2, account.id());
                return update.executeUpdate();
            }
        });
    }

    /// Where the account is a member, and as what. An operator's malls are all malls, whatever this says.
    public Map<MallId, Role> memberships(Account account) {
        return rows.ofAccount(account.id(), connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select mall, role from membership where account = ?")) {
                select.setInt(1, account.id());
                Map<MallId, Role> roles = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) roles.put(new MallId(row.getInt(1)), Role.of(row.getString(2)));
                }
                return roles;
            }
        });
    }

    /// @param by who says so; null where it is the installation itself
    public void join(Account account, MallId mall, Role role, @Nullable Account by) {
        rows.of(mall, connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    insert into membership (account, mall, role) values (?, ?, ?)
                    on conflict (account, mall) do update set role = excluded.role
                    """)) {
                upsert.setInt(1, account.id());
                upsert.setInt(2, mall.value());
                upsert.setString(3, role.wire());
                upsert.executeUpdate();
            }
            Audit.write(
                    connection,
                    clock.instant(),
                    mall,
                    by == null ? null : by.id(),
                    "member joined",
                    Map.of("account", account.id(), "role", role.wire()));
            return null;
        });
    }

    private record Stored(Account account, String password) {}

    private static @Nullable Stored stored(Connection connection, String email) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select id, email, name, locale, operator, password from account where email = ?")) {
            select.setString(1, email);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Stored(account(row), row.getString("password")) : null;
            }
        }
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getInt("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("locale"),
                row.getBoolean("operator"));
    }

    private static boolean tooMany(Connection connection, byte[] account, byte[] address, Instant since)
            throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("""
                select count(*) filter (where account_hash = ? and address_hash = ?),
                       count(*) filter (where account_hash = ?),
                       count(*) filter (where address_hash = ?)
                from sign_in_try where tried_at > ? and (account_hash = ? or address_hash = ?)
                """)) {
            count.setBytes(1, account);
            count.setBytes(2, address);
            count.setBytes(3, account);
            count.setBytes(4, address);
            count.setObject(5, since.atOffset(ZoneOffset.UTC));
            count.setBytes(6, account);
            count.setBytes(7, address);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1) >= MOST_OF_BOTH
                        || row.getInt(2) >= MOST_OF_ACCOUNT
                        || row.getInt(3) >= MOST_OF_ADDRESS;
            }
        }
    }

    private static void count(Connection connection, byte[] account, byte[] address, Instant now) throws SQLException {
        try (PreparedStatement old = connection.prepareStatement("delete from sign_in_try where tried_at < ?")) {
            old.setObject(1, now.minus(WINDOW).atOffset(ZoneOffset.UTC));
            old.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into sign_in_try (account_hash, address_hash, tried_at) values (?, ?, ?)")) {
            insert.setBytes(1, account);
            insert.setBytes(2, address);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void forgive(Connection connection, byte[] account, byte[] address) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from sign_in_try where account_hash = ? and address_hash = ?")) {
            delete.setBytes(1, account);
            delete.setBytes(2, address);
            delete.executeUpdate();
        }
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
