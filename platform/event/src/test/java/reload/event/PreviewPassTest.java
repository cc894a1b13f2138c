package reload.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewPassTest {
    private static final long NOW = 1_795_312_800_000L;
    private static final MallId MALL = new MallId(7);
    private static final byte[] SECRET = "the mall's own secret, 32 bytes.".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another mall's secret, 32 bytes.".getBytes(StandardCharsets.UTF_8);

    private final PreviewPass pass = new PreviewPass(MALL, NOW + PreviewPass.LASTS_MS);
    private final String token = pass.sign(SECRET);

    @Test
    void aSignedLinkIsGoodForItsHour() {
        assertThat(PreviewPass.verify(token, MALL, SECRET, NOW)).contains(pass);
        assertThat(PreviewPass.verify(token, MALL, SECRET, NOW + 3_599_999)).contains(pass);
        assertThat(PreviewPass.verify(token, MALL, SECRET, NOW + 3_600_000)).isEmpty();
    }

    @Test
    void anotherMallsSecretOrNumberOpensNothing() {
        assertThat(PreviewPass.verify(token, MALL, OTHER, NOW)).isEmpty();
        assertThat(PreviewPass.verify(token, new MallId(8), SECRET, NOW)).isEmpty();
    }

    @Test
    void aChangedByteOpensNothing() {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(PreviewPass.verify(text, MALL, SECRET, NOW))
                    .as("byte %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64url!", "AAAA", "cAAAAAcAAAGiAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void whatIsNoTokenOpensNothing(String text) {
        assertThat(PreviewPass.verify(text, MALL, SECRET, NOW)).isEmpty();
    }

    @Test
    void aPlansTokenIsNoLinkAndALinkIsNoPlansToken() {
        PlanToken plan = new PlanPass(
                        MALL,
                        new UUID(1, 2),
                        new VisitorId("AAECAwQFBgcICQoLDA0ODw"),
                        3,
                        NOW,
                        NOW + 600_000,
                        1,
                        0,
                        0.9,
                        Arm.SHOWN,
                        "classic",
                        "first")
                .sign(SECRET);
        assertThat(PreviewPass.verify(plan.text(), MALL, SECRET, NOW)).isEmpty();
        assertThat(PlanPass.verify(new PlanToken(token), SECRET)).isEmpty();
    }
}
