package reload.mall.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final byte[] SECRET = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLAIN = "a token key".getBytes(StandardCharsets.US_ASCII);
    private final Sealing sealing = new Sealing(SECRET);

    @Test
    void whatWasSealedOpensUnderTheSameKey() {
        assertThat(new Sealing(SECRET).open(sealing.seal(PLAIN, "x"), "x")).isEqualTo(PLAIN);
    }

    @Test
    void theSameSecretIsNeverSealedTheSameTwice() {
        assertThat(sealing.seal(PLAIN, "x")).isNotEqualTo(sealing.seal(PLAIN, "x"));
        assertThat(new String(sealing.seal(PLAIN, "x"), StandardCharsets.ISO_8859_1))
                .doesNotContain("token");
    }

    @Test
    void itDoesNotOpenUnderAnotherKey() {
        byte[] sealed = sealing.seal(PLAIN, "x");
        var other = new Sealing("another key, also long enough".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> other.open(sealed, "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itDoesNotOpenForAnotherPurpose() {
        byte[] sealed = sealing.seal(PLAIN, "token key of mall a");
        assertThatThrownBy(() -> sealing.open(sealed, "token key of mall b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itDoesNotOpenWhenAnyByteWasChanged() {
        byte[] sealed = sealing.seal(PLAIN, "x");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealing.open(changed, "x")).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> sealing.open(new byte[0], "x")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new Sealing(new byte[15])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyedHashTellsNothingWithoutTheKey() {
        assertThat(sealing.keyedHash("a")).isEqualTo(new Sealing(SECRET).keyedHash("a"));
        assertThat(sealing.keyedHash("a")).isNotEqualTo(Secrets.sha256("a"));
        assertThat(sealing.keyedHash("a")).isNotEqualTo(sealing.keyedHash("b"));
    }
}
