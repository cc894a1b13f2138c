package reload.decide.adapter;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import reload.catalog.CatalogProduct;
import reload.mall.MarkupNode;
import reload.mall.MarkupNode.Element;
import reload.mall.MarkupNode.Part;
import reload.mall.MarkupNode.Part.Placeholder;
import reload.mall.MarkupNode.Part.Words;
import reload.mall.MarkupNode.Text;

/// Writes what a mall wrote itself as `nodes` of `contract/plan.schema.json`, with a product's words in their room.
final class MarkupJson {
    private final JsonGenerator out;
    private final String locale;
    private final @Nullable CatalogProduct product;

    /// @param locale `ko` or `en`
    MarkupJson(JsonGenerator out, String locale, @Nullable CatalogProduct product) {
        this.out = out;
        this.locale = locale;
        this.product = product;
    }

    void write(List<MarkupNode> nodes) throws IOException {
        out.writeArrayFieldStart("nodes");
        for (MarkupNode node : nodes)
            switch (node) {
                case Text text -> out.writeString(said(text));
                case Element element -> write(element);
            }
        out.writeEndArray();
    }

    private void write(Element element) throws IOException {
        String src = element.src() == null ? null : said(element.src());
        if (element.tag().equals("img") && (src == null || src.isEmpty())) return; // a product without a picture
        out.writeStartObject();
        out.writeStringField("tag", element.tag());
        if (element.href() != null) out.writeStringField("href", said(element.href()));
        if (src != null) out.writeStringField("src", src);
        if (element.alt() != null) out.writeStringField("alt", said(element.alt()));
        List<MarkupNode> nodes = element.nodes();
        if (nodes.size() == 1 && nodes.getFirst() instanceof Text only) out.writeStringField("text", said(only));
        else if (!nodes.isEmpty()) write(nodes);
        out.writeEndObject();
    }

    private String said(Text text) {
        if (text.parts().size() == 1) return said(text.parts().getFirst());
        StringBuilder said = new StringBuilder();
        for (Part part : text.parts()) said.append(said(part));
        return said.toString();
    }

    private String said(Part part) {
        String said = switch (part) {
            case Words(String words) -> words;
            case Placeholder placeholder -> product == null ? null : said(placeholder, product);
        };
        return said == null ? "" : said;
    }

    private @Nullable String said(Placeholder placeholder, CatalogProduct of) {
        return switch (placeholder) {
            case NAME -> of.name();
            case PRICE -> price(of);
            case URL -> of.url();
            case IMAGE -> of.image();
        };
    }

    /// What it costs now, as shoppers of that language read it: 47,200원, ₩47,200, $19.99.
    private @Nullable String price(CatalogProduct of) {
        Long amount = of.salePrice() != null ? of.salePrice() : of.price();
        if (amount == null || of.currency() == null) return null;
        Locale reader = locale.equals("ko") ? Locale.KOREA : Locale.US;
        if (locale.equals("ko") && of.currency().equals("KRW"))
            return NumberFormat.getIntegerInstance(reader).format(amount) + "원";
        Currency currency = Currency.getInstance(of.currency());
        NumberFormat form = NumberFormat.getCurrencyInstance(reader);
        form.setCurrency(currency);
        form.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        form.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return form.format(amount / Math.pow(10, currency.getDefaultFractionDigits()));
    }
}
