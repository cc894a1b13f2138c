package reload.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanPassTest {
    private static final byte[] SECRET = "a mall's own secret".getBytes(StandardCharsets.UTF_8);
    private static final PlanPass PASS = new PlanPass(
            new MallId(7),
            UUID.fromString("019aa9c0-0000-7000-8000-000000000001"),
            new VisitorId("AAECAwQFBgcICQoLDA0ODw"),
            PlanPass.originHash("https://mall.example"),
            1_795_312_800_000L,
            1_795_313_400_000L,
            3,
            1,
            0.9,
            Arm.SHOWN,
            "classic",
            "e1");

    @Test
    void aSignedTokenSaysWhatWasSigned() {
        assertThat(PlanPass.verify(PASS.sign(SECRET), SECRET)).contains(PASS);
        assertThat(PlanPass.read(PASS.sign(SECRET))).contains(PASS);
    }

    @Test
    void anotherSecretDoesNotVerify() {
        byte[] other = "another mall's secret".getBytes(StandardCharsets.UTF_8);
        assertThat(PlanPass.verify(PASS.sign(other), SECRET)).isEmpty();
    }

    @Test
    void noSingleChangedCharacterVerifies() {
        String text = PASS.sign(SECRET).text();
        for (int i = 0; i < text.length() - 1; i++) {
            char changed = text.charAt(i) == 'A' ? 'B' : 'A';
            var forged = new PlanToken(text.substring(0, i) + changed + text.substring(i + 1));
            assertThat(PlanPass.verify(forged, SECRET)).as("changed at %d", i).isEmpty();
        }
    }

    @Test
    void rubbishIsNoToken() {
        for (String text : new String[] {"", "A", "not base64 !", "AQID", "A".repeat(500)}) {
            assertThat(PlanPass.verify(new PlanToken(text), SECRET)).isEmpty();
            assertThat(PlanPass.read(new PlanToken(text))).isEmpty();
        }
    }
}
