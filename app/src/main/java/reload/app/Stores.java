package reload.app;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reload.log.adapter.Database;
import reload.log.adapter.Database.Role;
import reload.log.adapter.EmbeddedDatabase;
import reload.log.adapter.Login;

/// The database of this installation, migrated, with a pool for each role that needs one.
final class Stores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);
    private static final int SECRET_BYTES = 32;

    private final @Nullable EmbeddedDatabase embedded;
    private final Database database;
    private final byte[] secret;
    private final AgroalDataSource worker;
    private final AgroalDataSource console;

    private Stores(@Nullable EmbeddedDatabase embedded, Database database, byte[] secret) throws SQLException {
        this.embedded = embedded;
        this.database = database;
        this.secret = secret;
        worker = pool(database.login(Role.WORKER), 12);
        console = pool(database.login(Role.CONSOLE), 8);
    }

    /// @param url the operator's own database; empty for one beside us, in `data`
    static Stores open(Path data, Optional<String> url, Optional<String> secretKey) {
        byte[] secret = secretKey.map(Stores::given).orElseGet(() -> kept(data.resolve("secret.key")));
        EmbeddedDatabase embedded = null;
        try {
            Login admin;
            if (url.isPresent()) {
                admin = Database.parse(url.get());
            } else {
                String password = Database.password(secret, "superuser");
                embedded = EmbeddedDatabase.start(data.resolve("postgres"), 0, password, new Told());
                admin = embedded.superuser("postgres");
            }
            Database database = Database.prepare(admin, secret);
            migrate(database.login(Role.OWNER));
            return new Stores(embedded, database, secret);
        } catch (SQLException | RuntimeException e) {
            if (embedded != null) embedded.close();
            throw e instanceof RuntimeException ours
                    ? ours
                    : new IllegalStateException("the database cannot be used", e);
        }
    }

    private static void migrate(Login owner) {
        int done = Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .defaultSchema("reload")
                .locations("classpath:db/migration")
                .load()
                .migrate()
                .migrationsExecuted;
        if (done > 0) LOG.info("database migrated steps={}", done);
    }

    Login ingest() {
        return database.login(Role.INGEST);
    }

    Login workerLogin() {
        return database.login(Role.WORKER);
    }

    AgroalDataSource worker() {
        return worker;
    }

    AgroalDataSource console() {
        return console;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public void close() {
        worker.close();
        console.close();
        if (embedded != null) embedded.close();
    }

    private static AgroalDataSource pool(Login login, int most) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(most)
                        .minSize(0)
                        .initialSize(0)
                        .acquisitionTimeout(Duration.ofSeconds(5))
                        .validateOnBorrow(false)
                        .idleValidationTimeout(Duration.ofSeconds(5))
                        .validationTimeout(Duration.ofSeconds(30))
                        .connectionValidator(io.agroal.api.configuration.AgroalConnectionPoolConfiguration
                                .ConnectionValidator.defaultValidator())
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(Driver.class)
                                .jdbcUrl(login.url())
                                .principal(new NamePrincipal(login.user()))
                                .credential(new SimplePassword(login.password()))
                                .jdbcProperty("reWriteBatchedInserts", "true")
                                .jdbcProperty("socketTimeout", "60"))));
    }

    /// A key of at least 16 bytes as base64 or hexadecimal would be; its characters are the key.
    private static byte[] given(String key) {
        byte[] bytes = key.strip().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (bytes.length < 16) throw new IllegalStateException("RELOAD_SECRET_KEY has fewer than 16 characters");
        return bytes;
    }

    private static byte[] kept(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Path written = Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "secret",
                        ".new",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(written, Base64.getEncoder().encodeToString(fresh));
                Files.move(written, file);
            }
            if (!Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------")))
                Files.setPosixFilePermissions(file, Set.copyOf(PosixFilePermissions.fromString("rw-------")));
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the secret key " + file + " cannot be kept", e);
        }
    }

    private static final class Told implements EmbeddedDatabase.Watcher {
        @Override
        public void died() {
            LOG.warn("database died");
        }

        @Override
        public void restarted() {
            LOG.info("database restarted");
        }
    }
}
