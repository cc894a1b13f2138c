package reload.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A request that differs only in its visitor, its ids, its products and its moment: written by patching digits in
/// place, so that the generator costs next to nothing.
///
/// In the text `VVVVVVVVVVVVVVVVVVVV` (20) stands for the visitor's digits, `NNNNNNNNNNNN` (12) for those of
/// the request's number, `SSS` for three of the run, and `1700000000000` for now, milliseconds since 1970. `P0P`
/// stands for the product of this request, one of 1,000 of which the low numbers are drawn more often, `P1P` and `P2P`
/// for those of the two requests before.
public final class Template implements Requests {
    private static final String VISITOR = "VVVVVVVVVVVVVVVVVVVV";
    private static final String NUMBER = "NNNNNNNNNNNN";
    private static final String RUN = "SSS";
    private static final String NOW = "1700000000000";
    private static final int NUMBER_DIGITS = NUMBER.length();
    private static final List<String> PRODUCTS = List.of("P0P", "P1P", "P2P");
    private static final int ASSORTMENT = 1_000;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] request;
    private final int[] visitors;
    private final int[] numbers;
    private final int[] moments;
    private final List<int[]> products;
    private final int perVisitor;
    private final int bodyBytes;

    /// @param path such as `/v1/collect`
    /// @param perVisitor how many requests each visitor sends
    public Template(String host, String path, String origin, String body, int perVisitor, Random random) {
        this.perVisitor = perVisitor;
        bodyBytes = body.getBytes(StandardCharsets.UTF_8).length;
        String text = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                + "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
                + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: " + bodyBytes + "\r\n\r\n"
                + body.replace(RUN, digits(RUN.length(), random));
        request = text.getBytes(StandardCharsets.UTF_8);
        visitors = places(text, VISITOR);
        numbers = places(text, NUMBER);
        moments = places(text, NOW);
        products = PRODUCTS.stream().map(mark -> places(text, mark)).toList();
        byte[] run = digits(VISITOR.length() - NUMBER_DIGITS, random).getBytes(StandardCharsets.US_ASCII);
        for (int at : visitors) System.arraycopy(run, 0, request, at, run.length);
        for (int i = 0; i < visitors.length; i++) visitors[i] += run.length;
    }

    public int bodyBytes() {
        return bodyBytes;
    }

    @Override
    public void write(long number, ByteBuffer into) {
        for (int at : visitors) hex(number / perVisitor, at);
        for (int at : numbers) hex(number, at);
        long now = System.currentTimeMillis();
        for (int at : moments) decimal(now, NOW.length(), at);
        for (int back = 0; back < products.size(); back++) {
            int product = product(number - back);
            for (int at : products.get(back))
                decimal(product, PRODUCTS.get(back).length(), at);
        }
        into.put(request);
    }

    private void hex(long value, int at) {
        for (int i = NUMBER_DIGITS - 1; i >= 0; i--, value >>>= 4) request[at + i] = HEX[(int) (value & 15)];
    }

    /// The square of an even draw: the first tenth of the assortment gets a third of the views.
    private static int product(long number) {
        double even = (number * 0x9E3779B97F4A7C15L >>> 11) * 0x1p-53;
        return (int) (even * even * ASSORTMENT);
    }

    private void decimal(long value, int digits, int at) {
        for (int i = digits - 1; i >= 0; i--, value /= 10) request[at + i] = (byte) ('0' + value % 10);
    }

    private static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) digits.append((char) HEX[random.nextInt(16)]);
        return digits.toString();
    }

    private static int[] places(String text, String mark) {
        return IntStream.iterate(text.indexOf(mark), at -> at >= 0, at -> text.indexOf(mark, at + 1))
                .toArray();
    }
}
