package reload.mall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of what a mall wrote itself, [Markup].
public sealed interface MarkupNode {

    /// Words, with the product's own where the mall left room for them.
    ///
    /// @param parts in order, at least one
    record Text(List<Part> parts) implements MarkupNode {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /// @param tag one of `h2 p b i ul li br a img`
    /// @param href of an `a`
    /// @param src of an `img`
    /// @param alt of an `img`
    record Element(
            String tag,
            @Nullable Text href,
            @Nullable Text src,
            @Nullable Text alt,
            List<MarkupNode> nodes) implements MarkupNode {
        public Element {
            nodes = List.copyOf(nodes);
        }
    }

    /// What a text is made of.
    sealed interface Part {
        record Words(String words) implements Part {}

        /// Room for something of the product the shopper is leaving.
        enum Placeholder implements Part {
            NAME("{product.name}"),
            PRICE("{product.price}"),
            URL("{product.url}"),
            IMAGE("{product.image}");

            private final String written;

            Placeholder(String written) {
                this.written = written;
            }

            /// As the mall writes it.
            public String written() {
                return written;
            }
        }
    }
}
