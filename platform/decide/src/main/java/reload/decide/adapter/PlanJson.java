package reload.decide.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;
import reload.catalog.adapter.Cards;
import reload.decide.Plan;
import reload.decide.PlanRequest;
import reload.event.PlanPass;
import reload.event.Reason;
import reload.event.Trigger;
import reload.event.Wire;
import reload.mall.MallSettings;

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
            triggers(out, plan.triggers());
            rules(out, plan.rules());
            if (plan.offer() != null) offer(out, plan.offer(), plan.rules());
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
            triggers(out, plan.triggers());
            if (plan.offer() != null) {
                out.writeStringField("token", plan.offer().token().text());
                out.writeArrayFieldStart("blocks");
                for (Plan.PlannedBlock block : plan.offer().blocks()) block(out, block);
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
        out.writeStringField("arm", pass.arm().wire());
        out.writeObjectFieldStart("page");
        out.writeStringField("locale", offer.locale());
        words(out, offer.words());
        theme(out, offer.theme());
        out.writeArrayFieldStart("blocks");
        for (Plan.PlannedBlock block : offer.blocks()) block(out, block);
        out.writeEndArray();
        out.writeArrayFieldStart("spares");
        for (String spare : offer.spares()) out.writeString(spare);
        out.writeEndArray();
        out.writeEndObject();
        products(out, offer.products().values());
    }

    private static void block(JsonGenerator out, Plan.PlannedBlock block) throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", block.kind().wire());
        if (!block.products().isEmpty()) {
            out.writeArrayFieldStart("products");
            for (String product : block.products()) out.writeString(product);
            out.writeEndArray();
        }
        text(out, "image", block.image());
        text(out, "text", block.text());
        text(out, "url", block.url());
        out.writeEndObject();
    }

    private static void triggers(JsonGenerator out, Map<Trigger, @Nullable Reason> triggers) throws IOException {
        out.writeObjectFieldStart("triggers");
        for (Trigger trigger : Trigger.values()) {
            Reason reason = triggers.get(trigger);
            out.writeObjectFieldStart(Wire.of(trigger));
            out.writeBooleanField("armed", reason == null);
            if (reason != null) out.writeStringField("reason", reason.name());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void rules(JsonGenerator out, MallSettings.Rules rules) throws IOException {
        out.writeObjectFieldStart("rules");
        out.writeNumberField("maxStayMs", rules.maxStayMs());
        out.writeNumberField("minStayMs", 2_000);
        out.writeBooleanField("once", rules.once());
        out.writeNumberField("snoozeDays", rules.snoozeDays());
        out.writeEndObject();
    }

    private static void words(JsonGenerator out, MallSettings.Sentences words) throws IOException {
        out.writeObjectFieldStart("words");
        text(out, "title", words.title());
        text(out, "leave", words.leave());
        text(out, "stay", words.stay());
        text(out, "snooze", words.snooze());
        text(out, "productAgain", words.productAgain());
        text(out, "goesWith", words.goesWith());
        text(out, "popular", words.popular());
        text(out, "soldOut", words.soldOut());
        text(out, "sale", words.sale());
        out.writeEndObject();
    }

    private static void theme(JsonGenerator out, MallSettings.Theme theme) throws IOException {
        out.writeObjectFieldStart("theme");
        out.writeStringField("accent", theme.accent());
        out.writeStringField("background", theme.background());
        out.writeStringField("text", theme.text());
        out.writeNumberField("radius", theme.radius());
        text(out, "logo", theme.logo());
        text(out, "font", theme.font());
        out.writeEndObject();
    }

    private static void products(JsonGenerator out, Collection<CatalogProduct> products) throws IOException {
        out.writeObjectFieldStart("products");
        for (CatalogProduct product : products) Cards.write(out, product);
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
