package reload.catalog;

import java.util.List;
import reload.event.Product;

/// What became of one line of an import.
public sealed interface CatalogLine {
    /// Counted from 1, blank lines included, as an editor does.
    int number();

    /// The line says this of a product.
    record Read(int number, Product product) implements CatalogLine {}

    /// The line was not taken; the others are.
    ///
    /// @param problems all that is wrong with it, at least one
    record Refused(int number, List<ProductRules.Problem> problems) implements CatalogLine {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
