package reload.mall.adapter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Who is signed in. A session is 256 random bits that only the browser's cookie holds; the database has its hash.
/// It ends after 12 hours unused, and after 7 days in any case.
///
/// The token against forged requests is derived from the session's own secret, so it needs no row, and who does not
/// know the cookie cannot make it.
public final class ConsoleSessions {
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);
    /// How late the last use may be written, so that not every request writes.
    private static final Duration USE_STEP = Duration.ofMinutes(5);

    private final MallScope rows;
    private final InstantSource clock;

    ConsoleSessions(MallScope rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /// @return the session's secret, for the cookie
    public String begin(Account account) {
        String secret = Secrets.draw();
        Instant now = clock.instant();
        rows.none(connection -> {
            try (PreparedStatement old =
                    connection.prepareStatement("delete from console_session where expires_at < ? or used_at < ?")) {
                old.setObject(1, utc(now));
                old.setObject(2, utc(now.minus(IDLE)));
                old.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into console_session (token_hash, account, created_at, used_at, expires_at)
                    values (?, ?, ?, ?, ?)
                    """)) {
                insert.setBytes(1, Secrets.sha256(secret));
                insert.setInt(2, account.id());
                insert.setObject(3, utc(now));
                insert.setObject(4, utc(now));
                insert.setObject(5, utc(now.plus(LONGEST)));
                return insert.executeUpdate();
            }
        });
        return secret;
    }

    /// @return whose session it is, or null where there is none or it has ended
    public @Nullable Account find(String secret) {
        Instant now = clock.instant();
        byte[] hash = Secrets.sha256(secret);
        return rows.none(connection -> {
            try (PreparedStatement select = connection.prepareStatement("""
                    select a.id, a.email, a.name, a.locale, a.operator, s.used_at
                    from console_session s join account a on a.id = s.account
                    where s.token_hash = ? and s.expires_at > ? and s.used_at > ?
                    """)) {
                select.setBytes(1, hash);
                select.setObject(2, utc(now));
                select.setObject(3, utc(now.minus(IDLE)));
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) return null;
                    Account account = Accounts.account(row);
                    Instant used =
                            row.getObject("used_at", OffsetDateTime.class).toInstant();
                    if (used.isBefore(now.minus(USE_STEP))) use(connection, hash, now);
                    return account;
                }
            }
        });
    }

    public void end(String secret) {
        rows.none(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from console_session where token_hash = ? returning account")) {
                delete.setBytes(1, Secrets.sha256(secret));
                try (ResultSet row = delete.executeQuery()) {
                    if (row.next())
                        Audit.write(connection, clock.instant(), null, row.getInt(1), "signed out", Map.of());
                }
            }
            return null;
        });
    }

    /// What a request that changes something must show beside the cookie.
    public static String csrf(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Secrets.text(mac.doFinal("reload csrf".getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HmacSHA256", e);
        }
    }

    /// Constant time.
    static boolean isCsrf(String secret, String shown) {
        return MessageDigest.isEqual(
                csrf(secret).getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    private static void use(Connection connection, byte[] hash, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update console_session set used_at = ? where token_hash = ?")) {
            update.setObject(1, utc(now));
            update.setBytes(2, hash);
            update.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
