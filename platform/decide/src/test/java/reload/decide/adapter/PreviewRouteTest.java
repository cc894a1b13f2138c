package reload.decide.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reload.decide.PlanRequest;
import reload.event.Arm;
import reload.event.Consent;
import reload.event.SiteKey;
import reload.event.Storage;
import reload.event.Template;
import reload.event.VisitorId;

class PreviewRouteTest {
    @Test
    void aPreviewIsForAShopperWithNothingInTheWay() {
        PlanRequest open = PreviewRoute.unhindered(request("p-17", "p-9", List.of("p-3")));
        assertThat(open.storage()).isEqualTo(Storage.PERSISTENT);
        assertThat(open.consent()).isEqualTo(Consent.GRANTED);
        assertThat(open.seen()).isNull();
        assertThat(open.snoozedUntil()).isZero();
        assertThat(open.framed()).isFalse();
        assertThat(open.webdriver()).isFalse();
        assertThat(open.template()).isEqualTo(Template.HOME);
    }

    @Test
    void itIsAboutTheProductOfThePageElseTheOneLeftElseTheLastViewed() {
        assertThat(PreviewRoute.unhindered(request("p-17", "p-9", List.of("p-3")))
                        .left())
                .isEqualTo("p-17");
        assertThat(PreviewRoute.unhindered(request(null, "p-9", List.of("p-3"))).left())
                .isEqualTo("p-9");
        assertThat(PreviewRoute.unhindered(request(null, null, List.of("p-3"))).left())
                .isEqualTo("p-3");
        assertThat(PreviewRoute.unhindered(request(null, null, List.of())).left())
                .isNull();
    }

    private static PlanRequest request(@Nullable String product, @Nullable String left, List<String> recent) {
        return new PlanRequest(
                new SiteKey("shop"),
                new VisitorId("AAECAwQFBgcICQoLDA0ODw"),
                Storage.NONE,
                Consent.DENIED,
                1_795_312_800_000L,
                new UUID(0x019aa9c000007000L, 0x8000000000000001L),
                Template.PRODUCT,
                product,
                "ko",
                true,
                true,
                false,
                new PlanRequest.Landing("https://mall.example/", null, null, true),
                left,
                new PlanRequest.Seen(1_795_312_700_000L, Arm.HELD_OUT),
                1_795_400_000_000L,
                recent,
                List.of());
    }
}
