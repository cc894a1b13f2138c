package reload.bench.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// A file of comma-separated values with a head, gzipped where its name says so. Quotes may hold
/// commas.
record Table(List<String> head, List<String[]> rows) {
    static Table read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            if (first == null) throw new IllegalArgumentException(file + " is empty");
            List<String> head = List.of(first.split(",", -1));
            List<String[]> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = split(line);
                if (row.length != head.size())
                    throw new IllegalArgumentException(file + ": line " + (rows.size() + 2) + " has " + row.length
                            + " of " + head.size() + " values");
                rows.add(row);
            }
            return new Table(head, rows);
        }
    }

    private static String[] split(String line) {
        if (line.indexOf('"') < 0) return line.split(",", -1);
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') quoted = !quoted;
            else if (c != ',' || quoted) value.append(c);
            else {
                values.add(value.toString());
                value.setLength(0);
            }
        }
        values.add(value.toString());
        return values.toArray(String[]::new);
    }

    int size() {
        return rows.size();
    }

    boolean has(String column) {
        return head.contains(column);
    }

    int column(String name) {
        int column = head.indexOf(name);
        if (column < 0) throw new IllegalArgumentException("no column " + name);
        return column;
    }

    String text(int row, String column) {
        return rows.get(row)[column(column)];
    }

    double number(int row, String column) {
        return Double.parseDouble(text(row, column));
    }

    double[] numbers(String column) {
        int at = column(column);
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[at])).toArray();
    }

    String[] texts(String column) {
        int at = column(column);
        return rows.stream().map(row -> row[at]).toArray(String[]::new);
    }

    boolean[] flags(String column) {
        double[] numbers = numbers(column);
        boolean[] flags = new boolean[numbers.length];
        for (int i = 0; i < flags.length; i++) flags[i] = numbers[i] > 0;
        return flags;
    }

    Table at(int[] places) {
        return new Table(head, IntStream.of(places).mapToObj(rows::get).toList());
    }

    /// The places 0 to `size` in an order drawn at random.
    static int[] shuffled(int size, SplittableRandom random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
