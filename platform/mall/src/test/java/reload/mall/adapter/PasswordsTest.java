package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheSamePasswordMatches() {
        String encoded = passwords.encode("비밀번호 하나");
        assertThat(encoded).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("비밀번호 하나", encoded)).isTrue();
        assertThat(passwords.matches("비밀번호 둘", encoded)).isFalse();
        assertThat(passwords.matches("", encoded)).isFalse();
    }

    @Test
    void twoPeopleWithOnePasswordCannotBeTold() {
        assertThat(passwords.encode("the same")).isNotEqualTo(passwords.encode("the same"));
    }

    @Test
    void whereThereIsNoAccountNothingMatches() {
        assertThat(passwords.matches("anything", null)).isFalse();
    }

    /// From the test program of the reference implementation (`src/test.c`, version 19).
    @Test
    void itIsTheArgon2idOfTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThat(passwords.matches("password", reference)).isTrue();
        assertThat(passwords.matches("differentpassword", reference)).isFalse();
    }
}
