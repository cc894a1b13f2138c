package reload.decide;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;
import reload.event.BlockKind;
import reload.event.PlanPass;
import reload.event.PlanToken;
import reload.event.Reason;
import reload.event.Trigger;
import reload.mall.MallSettings;

/// The answer to a [PlanRequest].
///
/// @param triggers each trigger, and why it is not armed; null where it is
/// @param rules the numbers by which the page decides at the moment of leaving
/// @param reason why nothing can be shown; null where something can
/// @param offer null where nothing can be shown
public record Plan(
        Map<Trigger, @Nullable Reason> triggers,
        MallSettings.Rules rules,
        @Nullable Reason reason,
        @Nullable Offer offer) {

    /// What is given to an eligible page.
    ///
    /// @param locale `ko` or `en`
    /// @param spares products to put in a card's place, best first
    /// @param products every product named
    public record Offer(
            PlanPass pass,
            PlanToken token,
            String locale,
            MallSettings.Sentences words,
            MallSettings.Theme theme,
            List<PlannedBlock> blocks,
            List<String> spares,
            Map<String, CatalogProduct> products) {}

    /// One block of the page with what fills it.
    public record PlannedBlock(
            BlockKind kind,
            List<String> products,
            @Nullable String image,
            @Nullable String text,
            @Nullable String url) {}
}
