package reload.catalog;

import reload.event.Product;

/// What became of one line of an import.
public sealed interface CatalogLine {
    /// Counted from 1, blank lines included, as an editor does.
    int number();

    /// The line says this of a product.
    record Read(int number, Product product) implements CatalogLine {}

    /// The line was not taken; the others are.
    ///
    /// @param field which field is at fault, as it is written in the line; empty where the whole line is
    /// @param message what is wrong with it, for the mall's developer
    record Refused(int number, String field, String message) implements CatalogLine {}
}
