package reload.log.adapter;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The database as its four roles see it. Their passwords are derived from one secret key, so that nothing
/// but that key is kept. Everything lives in the schema `reload`, which each role finds by itself.
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int OLDEST = 15;

    /// Who comes to the database, and for what.
    public enum Role {
        /// Owns the tables and runs the migrations.
        OWNER("reload_owner"),
        /// Appends to the log, and does nothing else.
        INGEST("reload_ingest"),
        /// Folds the log into sessions, figures and snapshots.
        WORKER("reload_worker"),
        /// Shows a mall's people what is theirs, always under row level security.
        CONSOLE("reload_console");

        private final String user;

        Role(String user) {
            this.user = user;
        }

        public String user() {
            return user;
        }
    }

    private final String url;
    private final byte[] secret;

    private Database(String url, byte[] secret) {
        this.url = url;
        this.secret = secret.clone();
    }

    /// Makes the roles and the schema where they are missing. A database that has them already needs no more
    /// than an ordinary URL: its user is not even asked.
    ///
    /// @param admin a user who may create roles; asked only the first time
    /// @param secret the secret key, at least 16 bytes; the same on every start
    /// @throws IllegalStateException with a sentence for the operator, if the database cannot be used
    public static Database prepare(Login admin, byte[] secret) {
        if (secret.length < 16) throw new IllegalArgumentException("the secret key has at least 16 bytes");
        var database = new Database(admin.url(), secret);
        try {
            if (!database.isReady()) database.create(admin);
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be used: " + e.getMessage(), e);
        }
    }

    public Login login(Role role) {
        return new Login(url, role.user, password(secret, role.user));
    }

    /// The password that belongs to a name under a secret key: 43 characters, base64url.
    public static String password(byte[] secret, String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] of = mac.doFinal(("reload database login " + name).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // Every Java has HmacSHA256.
        }
    }

    /// Reads what an operator gives as `--database`: a JDBC URL, or one of the form
    /// `postgresql://user:password@host:port/name`.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static Login parse(String given) {
        URI uri = URI.create(given.startsWith("jdbc:") ? given.substring(5) : given);
        boolean known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!known || uri.getHost() == null)
            throw new IllegalArgumentException("a database URL reads postgresql://user:password@host:port/name");
        String user = "";
        String password = "";
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decoded(parts[0]);
            password = parts.length > 1 ? decoded(parts[1]) : "";
        }
        var rest = new StringBuilder();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                if (pair.startsWith("user=")) user = decoded(pair.substring(5));
                else if (pair.startsWith("password=")) password = decoded(pair.substring(9));
                else rest.append(rest.isEmpty() ? '?' : '&').append(pair);
            }
        }
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new Login("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + rest, user, password);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private boolean isReady() throws SQLException {
        try (Connection connection = login(Role.OWNER).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regnamespace('reload') is not null")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            // 28: no such role, or another password. 42501: the role may not connect here yet.
            String state = e.getSQLState();
            if (state != null && (state.startsWith("28") || state.equals("42501"))) return false;
            throw e;
        }
    }

    private void create(Login admin) throws SQLException {
        try (Connection connection = admin.connect();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST)
                throw new IllegalStateException("Reload needs PostgreSQL " + OLDEST + " or newer, not "
                        + connection.getMetaData().getDatabaseProductVersion());
            connection.setAutoCommit(false);
            // Two processes that start at once do this one after the other.
            statement.execute("select pg_advisory_xact_lock(hashtext('reload roles'))");
            if (isTrue(statement, "select to_regrole('reload_owner') is not null")) {
                if (!knowsOurKey())
                    throw new IllegalStateException(
                            "this PostgreSQL server has Reload's roles already, made with another secret key:"
                                    + " start with that key (RELOAD_SECRET_KEY or the data directory's secret.key)");
            } else {
                if (!isTrue(statement, "select rolsuper or rolcreaterole from pg_roles where rolname = current_user"))
                    throw new IllegalStateException(
                            "the database user " + admin.user() + " may not create roles; give one with CREATEROLE");
                for (Role role : Role.values())
                    statement.execute(
                            "create role " + role.user + " login nosuperuser nocreatedb nocreaterole nobypassrls"
                                    + " password '" + password(secret, role.user) + "'");
            }
            String name = quoted(connection.getCatalog());
            for (Role role : Role.values()) {
                statement.execute("grant connect on database " + name + " to " + role.user);
                statement.execute("alter role " + role.user + " in database " + name + " set search_path = reload");
            }
            // Whoever makes the schema for its owner must be able to act as that owner. Since 16 that is a grant of its
            // own.
            boolean since16 = connection.getMetaData().getDatabaseMajorVersion() >= 16;
            if (!isTrue(
                    statement,
                    "select pg_has_role(current_user, 'reload_owner', '" + (since16 ? "set" : "member") + "')"))
                statement.execute("grant reload_owner to current_user" + (since16 ? " with set true" : ""));
            statement.execute("create schema if not exists reload authorization reload_owner");
            connection.commit();
            LOG.info("database prepared name={}", connection.getCatalog());
        }
    }

    private boolean knowsOurKey() throws SQLException {
        try (Connection connection = login(Role.OWNER).connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            String state = e.getSQLState();
            if (state != null && state.startsWith("28")) return false;
            if ("42501".equals(state)) return true;
            throw e;
        }
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
