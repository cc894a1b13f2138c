package reload.catalog.adapter;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import reload.catalog.CatalogLine;
import reload.catalog.ProductRules.Problem;
import reload.event.Product;

/// Cuts the body of an import into lines as it arrives and reads each. Blank lines count as lines and say nothing; a
/// byte order mark before the first is passed over.
final class ImportLines {
    static final int LONGEST = 64 * 1024;

    private final String currency;
    private final Consumer<CatalogLine> taken;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private int number = 1;
    private boolean tooLong;

    /// @param currency the mall's own
    /// @param taken told every line that is not blank, in order
    ImportLines(String currency, Consumer<CatalogLine> taken) {
        this.currency = currency;
        this.taken = taken;
    }

    void take(byte[] part) {
        int from = 0;
        for (int i = 0; i < part.length; i++) {
            if (part[i] != '\n') continue;
            add(part, from, i);
            end();
            number++;
            from = i + 1;
        }
        add(part, from, part.length);
    }

    /// Reads what follows the last line break.
    void end() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (tooLong) {
            tooLong = false;
            var problem = new Problem("", "is longer than " + LONGEST + " bytes");
            taken.accept(new CatalogLine.Refused(number, List.of(problem)));
            return;
        }
        int start = number == 1 && marked(bytes) ? 3 : 0;
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r') continue;
            byte[] text = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
            taken.accept(ProductJson.read(number, text, currency));
            return;
        }
    }

    /// Reads the lines of a chunk that the log has carried.
    static List<Product> stored(byte[] chunk, String currency) {
        var products = new ArrayList<Product>();
        var lines = new ImportLines(currency, read -> {
            if (read instanceof CatalogLine.Read(int _, Product product)) products.add(product);
        });
        lines.take(chunk);
        lines.end();
        return products;
    }

    private void add(byte[] part, int from, int to) {
        if (tooLong || line.size() + to - from > LONGEST) tooLong = true;
        else line.write(part, from, to - from);
    }

    private static boolean marked(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }
}
