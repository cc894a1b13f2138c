package reload.bench.recommend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import reload.recommend.Interest;

/// One session of a data set.
///
/// @param id as the file has it
/// @param signs in the order they happened
record RecordedSession(String id, List<Sign> signs) {
    /// @param at milliseconds since 1970
    record Sign(String product, long at, Interest interest) {}

    /// Reads `session_id item_id unix_time event` (tab separated, header line, `.tsv` or `.tsv.gz`), rows grouped by
    /// session. `event` may be missing; `cart` and `buy` (or `order`) are told apart, all else is a view.
    ///
    /// @throws IOException where the file cannot be read, or a line is not of this shape (the message says which)
    static List<RecordedSession> read(Path file) throws IOException {
        var sessions = new ArrayList<RecordedSession>();
        try (var lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            lines.readLine();
            int number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isEmpty()) continue;
                String[] cells = line.split("\t", -1);
                if (cells.length < 3) throw new IOException(file + " line " + number + ": fewer than 3 columns");
                if (sessions.isEmpty() || !sessions.getLast().id().equals(cells[0]))
                    sessions.add(new RecordedSession(cells[0], new ArrayList<>()));
                sessions.getLast().signs().add(new Sign(cells[1], millis(file, number, cells[2]), interest(cells)));
            }
        }
        return sessions;
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static long millis(Path file, int number, String seconds) throws IOException {
        try {
            return (long) (Double.parseDouble(seconds) * 1000);
        } catch (NumberFormatException notANumber) {
            throw new IOException(file + " line " + number + ": not a unix time: " + seconds, notANumber);
        }
    }

    private static Interest interest(String[] cells) {
        return switch (cells.length > 3 ? cells[3] : "view") {
            case "cart" -> Interest.IN_CART;
            case "buy", "order" -> Interest.ORDERED;
            default -> Interest.VIEWED;
        };
    }
}
