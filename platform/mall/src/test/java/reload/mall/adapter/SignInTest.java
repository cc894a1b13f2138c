package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reload.log.adapter.Database.Role;
import reload.mall.adapter.Accounts.SignIn;

class SignInTest {
    private static final String HERE = "192.0.2.1";
    private final House house = new House();
    private final Accounts accounts = house.tenancy.accounts();
    private final ConsoleSessions sessions = house.tenancy.sessions();

    @BeforeEach
    void noTriesYet() throws SQLException {
        try (Connection connection = house.console.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from sign_in_try");
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whoKnowsThePasswordIsWelcome() {
        Account person = house.person();
        assertThat(accounts.signIn(person.email(), House.PASSWORD, HERE)).isEqualTo(new SignIn.Welcome(person));
        assertThat(accounts.signIn("  " + person.email().toUpperCase(Locale.ROOT), House.PASSWORD, HERE))
                .isEqualTo(new SignIn.Welcome(person));
    }

    @Test
    void anotherPasswordAndNoAccountAreRefusedAlike() {
        Account person = house.person();
        assertThat(accounts.signIn(person.email(), "wrong", HERE)).isEqualTo(new SignIn.BadCredentials());
        assertThat(accounts.signIn("nobody@mall.example", House.PASSWORD, HERE)).isEqualTo(new SignIn.BadCredentials());
        assertThat(accounts.signIn("", "", HERE)).isEqualTo(new SignIn.BadCredentials());
        assertThat(accounts.signIn("x".repeat(100_000), "y".repeat(100_000), HERE))
                .isEqualTo(new SignIn.BadCredentials());
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordWaits() {
        Account person = house.person();
        for (int i = 0; i < 10; i++)
            assertThat(accounts.signIn(person.email(), "wrong", HERE)).isEqualTo(new SignIn.BadCredentials());
        assertThat(accounts.signIn(person.email(), House.PASSWORD, HERE)).isInstanceOf(SignIn.TooManyTries.class);
        assertThat(accounts.signIn(person.email(), House.PASSWORD, "192.0.2.2"))
                .as("somebody else's failures do not lock a person out")
                .isInstanceOf(SignIn.Welcome.class);
        house.pass(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(accounts.signIn(person.email(), House.PASSWORD, HERE)).isInstanceOf(SignIn.Welcome.class);
    }

    @Test
    void signingInForgivesOnesFailures() {
        Account person = house.person();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 8; i++) accounts.signIn(person.email(), "wrong", HERE);
            assertThat(accounts.signIn(person.email(), House.PASSWORD, HERE)).isInstanceOf(SignIn.Welcome.class);
        }
    }

    @Test
    void nobodyCanReadWhoTriedWhat() throws SQLException {
        Account person = house.person();
        accounts.signIn(person.email(), "wrong", HERE);
        try (Connection connection = house.database.login(Role.CONSOLE).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select t::text from sign_in_try t")) {
            while (row.next())
                assertThat(row.getString(1)).doesNotContain(person.email()).doesNotContain(HERE);
        }
    }

    @Test
    void anAccountNeedsAnAddressAndAPasswordOfSomeLength() {
        assertThatThrownBy(() -> accounts.create("a@b.example", "A", "ko", false, "too short"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> accounts.create("no address", "A", "ko", false, House.PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
        Account person = house.person();
        assertThatThrownBy(() -> accounts.create(person.email(), "A", "ko", false, House.PASSWORD))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSessionIsWhoseItIsUntilItEnds() {
        Account person = house.person();
        String secret = sessions.begin(person);
        assertThat(sessions.find(secret)).isEqualTo(person);
        assertThat(sessions.find(secret + "x")).isNull();
        assertThat(sessions.find("")).isNull();
        sessions.end(secret);
        assertThat(sessions.find(secret)).isNull();
    }

    @Test
    void anUnusedSessionEndsAndAUsedOneLasts() {
        String unused = sessions.begin(house.person());
        String used = sessions.begin(house.person());
        house.pass(ConsoleSessions.IDLE.minusMinutes(10));
        assertThat(sessions.find(used)).isNotNull();
        house.pass(Duration.ofMinutes(11));
        assertThat(sessions.find(unused)).isNull();
        assertThat(sessions.find(used)).isNotNull();
    }

    @Test
    void noSessionLastsLongerThanAWeek() {
        String secret = sessions.begin(house.person());
        for (int hours = 0; hours < 7 * 24; hours += 8) {
            assertThat(sessions.find(secret)).isNotNull();
            house.pass(Duration.ofHours(8));
        }
        assertThat(sessions.find(secret)).isNull();
    }

    @Test
    void whatTheDatabaseHoldsOfASessionSignsNobodyIn() throws SQLException {
        String secret = sessions.begin(house.person());
        try (Connection connection = house.console.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select encode(token_hash, 'escape') from console_session")) {
            while (row.next()) {
                assertThat(row.getString(1)).isNotEqualTo(secret);
                assertThat(sessions.find(row.getString(1))).isNull();
            }
        }
    }

    @Test
    void aLocaleIsKept() {
        Account person = house.person();
        accounts.changeLocale(person, "en");
        assertThat(accounts.find(person.email())).extracting(Account::locale).isEqualTo("en");
    }
}
