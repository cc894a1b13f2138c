package reload.decide.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;
import reload.catalog.adapter.Cards;
import reload.decide.Plan;
import reload.decide.Plan.PlannedBlock;
import reload.decide.PlanRequest;
import reload.event.Arm;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Trigger;
import reload.learn.exit.LeaveModel;
import reload.mall.MallSettings;
import reload.mall.MallSettings.TriggerSettings;
import reload.mall.Theme;
import reload.mall.Words;

/// Writes plans: to the page (`contract/plan.schema.json`), and to the log as the fact that this was decided.
final class PlanJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private PlanJson() {}

    static byte[] forPage(Plan plan) {
        return write(out -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeBooleanField("eligible", plan.offer() != null);
            if (plan.reason() != null)
                out.writeStringField("reason", plan.reason().name());
            triggers(out, plan);
            rules(out, plan.settings().rules());
            if (plan.offer() != null) {
                if (plan.isArmed(Trigger.LEAVE_SIGNAL)) leave(out, plan.offer().leave());
                offer(out, plan.offer(), plan.settings().rules());
            }
            out.writeEndObject();
        });
    }

    /// @param id of the event
    /// @param at the server's clock, milliseconds since 1970
    static byte[] forLog(UUID id, long at, PlanRequest request, Plan plan) {
        return write(out -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("type", "plan-issued");
            out.writeStringField("id", id.toString());
            out.writeNumberField("at", at);
            out.writeStringField("view", request.view().toString());
            if (plan.reason() != null)
                out.writeStringField("reason", plan.reason().name());
            triggers(out, plan);
            Plan.Offer offer = plan.offer();
            if (offer != null) {
                out.writeStringField("token", offer.token().text());
                out.writeArrayFieldStart("blocks");
                for (PlannedBlock block : offer.blocks()) block(out, block, offer.locale());
                out.writeEndArray();
            }
            out.writeEndObject();
        });
    }

    private static void offer(JsonGenerator out, Plan.Offer offer, MallSettings.Rules rules) throws IOException {
        PlanPass pass = offer.pass();
        out.writeStringField("plan", pass.plan().toString());
        out.writeStringField("token", offer.token().text());
        out.writeNumberField("ttlMs", rules.planTtlMs());
        // Whoever drew nothing goes the hold-out's way.
        out.writeStringField("arm", (pass.shows() ? Arm.SHOWN : Arm.HELD_OUT).wire());
        out.writeObjectFieldStart("page");
        out.writeStringField("locale", offer.locale());
        words(out, offer.words());
        theme(out, offer.theme());
        out.writeArrayFieldStart("blocks");
        for (PlannedBlock block : offer.blocks()) block(out, block, offer.locale());
        out.writeEndArray();
        out.writeArrayFieldStart("spares");
        for (String spare : offer.spares()) out.writeString(spare);
        out.writeEndArray();
        out.writeEndObject();
        products(out, offer);
    }

    private static void block(JsonGenerator out, PlannedBlock block, String locale) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", block.kind().wire());
        switch (block) {
            case PlannedBlock.Goods goods -> {
                out.writeArrayFieldStart("products");
                for (String product : goods.products()) out.writeString(product);
                out.writeEndArray();
            }
            case PlannedBlock.Banner banner -> {
                text(out, "image", banner.image());
                text(out, "text", banner.text());
                text(out, "url", banner.url());
            }
            case PlannedBlock.Coupon coupon -> {
                out.writeStringField("text", coupon.text());
                out.writeStringField("code", coupon.code());
                text(out, "url", coupon.url());
                if (coupon.endsAt() != null) out.writeNumberField("endsAt", coupon.endsAt());
            }
            case PlannedBlock.Countdown countdown -> {
                out.writeStringField("text", countdown.text());
                out.writeNumberField("endsAt", countdown.endsAt());
            }
            case PlannedBlock.Custom custom ->
                new MarkupJson(out, locale, custom.product())
                        .write(custom.markup().nodes());
        }
        out.writeEndObject();
    }

    private static void triggers(JsonGenerator out, Plan plan) throws IOException {
        out.writeObjectFieldStart("triggers");
        for (Map.Entry<Trigger, @Nullable Reason> trigger : plan.triggers().entrySet()) {
            Reason reason = trigger.getValue();
            out.writeObjectFieldStart(trigger.getKey().wire());
            out.writeBooleanField("armed", reason == null);
            if (reason != null) out.writeStringField("reason", reason.name());
            else {
                TriggerSettings own = plan.settings().triggers().of(trigger.getKey());
                out.writeStringField("frequency", own.frequency().wire());
                out.writeStringField("presentation", own.presentation().wire());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void leave(JsonGenerator out, LeaveModel model) throws IOException {
        out.writeObjectFieldStart("leave");
        out.writeNumberField("v", model.version());
        out.writeArrayFieldStart("weights");
        for (double weight : model.weights()) out.writeNumber(weight);
        out.writeEndArray();
        out.writeNumberField("bias", model.bias());
        out.writeNumberField("threshold", model.threshold());
        out.writeEndObject();
    }

    private static void rules(JsonGenerator out, MallSettings.Rules rules) throws IOException {
        out.writeObjectFieldStart("rules");
        out.writeNumberField("maxStayMs", rules.maxStayMs());
        out.writeNumberField("minStayMs", 2_000);
        out.writeNumberField("snoozeDays", rules.snoozeDays());
        out.writeEndObject();
    }

    private static void words(JsonGenerator out, Words.Sentences words) throws IOException {
        out.writeObjectFieldStart("words");
        text(out, "title", words.title());
        text(out, "leave", words.leave());
        text(out, "stay", words.stay());
        text(out, "snooze", words.snooze());
        text(out, "product-again", words.productAgain());
        text(out, "goes-with", words.goesWith());
        text(out, "popular", words.popular());
        text(out, "soldOut", words.soldOut());
        text(out, "sale", words.sale());
        text(out, "recently-viewed", words.recentlyViewed());
        text(out, "resume", words.resume());
        text(out, "copy", words.copy());
        text(out, "copied", words.copied());
        text(out, "endsIn", words.endsIn());
        text(out, "close", words.close());
        out.writeEndObject();
    }

    private static void theme(JsonGenerator out, Theme theme) throws IOException {
        out.writeObjectFieldStart("theme");
        out.writeStringField("accent", theme.accent());
        out.writeStringField("background", theme.background());
        out.writeStringField("text", theme.text());
        out.writeNumberField("radius", theme.radius());
        text(out, "logo", theme.logo());
        text(out, "font", theme.font());
        out.writeStringField("scheme", theme.scheme().wire());
        Theme.Colours dark = theme.dark();
        if (dark != null) {
            out.writeObjectFieldStart("dark");
            out.writeStringField("accent", dark.accent());
            out.writeStringField("background", dark.background());
            out.writeStringField("text", dark.text());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void products(JsonGenerator out, Plan.Offer offer) throws IOException {
        out.writeObjectFieldStart("products");
        for (CatalogProduct product : offer.products().values())
            Cards.write(out, product, offer.badges().get(product.id()));
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String field, @Nullable String text) throws IOException {
        if (text != null) out.writeStringField(field, text);
    }

    private interface Content {
        void to(JsonGenerator out) throws IOException;
    }

    private static byte[] write(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
