package reload.bench.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import reload.bench.load.Requests;

/// Beacons of 1 kB with five events, each of another visitor and with ids of its own, written by patching digits into a
/// template.
public final class Beacons implements Requests {
    private static final int VISITOR_DIGITS = 20;
    private static final String MARK_VISITOR = "VVVVVVVVVVVVVVVVVVVV";
    private static final String MARK_NUMBER = "NNNNNNNNNNNN";
    private static final String MARK_NOW = "1700000000000";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] template;
    private final int[] visitors;
    private final int[] numbers;
    private final int[] moments;
    private final byte[] run = new byte[VISITOR_DIGITS - 12];

    /// @param perVisitor how many beacons each visitor sends
    private final int perVisitor;

    /// @param host of the server, for the request's head
    public Beacons(String host, String mall, String origin, int perVisitor, Random random) {
        this.perVisitor = perVisitor;
        for (int i = 0; i < run.length; i++) run[i] = HEX[random.nextInt(16)];
        String salt = Integer.toHexString(0x1000 + random.nextInt(0xe000)).substring(0, 3);
        String body = """
                {"v":1,"mall":"%MALL","visitor":"VVVVVVVVVVVVVVVVVVVVaA","storage":"persistent","consent":"unknown","sentAt":1700000000000,\
                "device":"phone","events":[\
                {"type":"page-viewed","id":"019aa9c0-0000-7%SALT-8001-NNNNNNNNNNNN","at":1700000000000,"url":"%ORIGIN/product/p-17",\
                "title":"Linen shirt","template":"product","landing":false,"navigation":"navigate"},\
                {"type":"product-viewed","id":"019aa9c0-0000-7%SALT-8002-NNNNNNNNNNNN","at":1700000000000,"view":"019aa9c0-0000-7%SALT-8001-NNNNNNNNNNNN",\
                "product":{"id":"p-17","price":59000,"currency":"KRW"}},\
                {"type":"cart-changed","id":"019aa9c0-0000-7%SALT-8003-NNNNNNNNNNNN","at":1700000000000,"view":"019aa9c0-0000-7%SALT-8001-NNNNNNNNNNNN",\
                "items":[]},\
                {"type":"dwelled","id":"019aa9c0-0000-7%SALT-8004-NNNNNNNNNNNN","at":1700000000000,"view":"019aa9c0-0000-7%SALT-8001-NNNNNNNNNNNN",\
                "visibleMs":8800,"activeMs":6400,"wallMs":9000},\
                {"type":"not-shown","id":"019aa9c0-0000-7%SALT-8005-NNNNNNNNNNNN","at":1700000000000,"view":"019aa9c0-0000-7%SALT-8001-NNNNNNNNNNNN",\
                "trigger":"back-hold","reason":"NO_PLAN"}]}""".replace("%MALL", mall).replace("%ORIGIN", origin).replace("%SALT", salt);
        String head = "POST /v1/collect HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin
                + "\r\nUser-Agent: Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36"
                + "\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        String whole = head + body;
        template = whole.getBytes(StandardCharsets.UTF_8);
        visitors = places(whole, MARK_VISITOR);
        numbers = places(whole, MARK_NUMBER);
        moments = places(whole, MARK_NOW);
    }

    /// @return bytes of one body, about 1 kB
    public int size() {
        String text = new String(template, StandardCharsets.UTF_8);
        return template.length - text.indexOf("\r\n\r\n") - 4;
    }

    @Override
    public void write(long number, ByteBuffer into) {
        for (int at : visitors) {
            System.arraycopy(run, 0, template, at, run.length);
            hex(number / perVisitor, at + run.length);
        }
        for (int at : numbers) hex(number, at);
        long now = System.currentTimeMillis();
        for (int at : moments) decimal(now, at);
        into.put(template);
    }

    private void hex(long value, int at) {
        for (int i = 11; i >= 0; i--, value >>>= 4) template[at + i] = HEX[(int) (value & 15)];
    }

    private void decimal(long value, int at) {
        for (int i = 12; i >= 0; i--, value /= 10) template[at + i] = (byte) ('0' + value % 10);
    }

    private static int[] places(String text, String mark) {
        return java.util.stream.IntStream.iterate(text.indexOf(mark), at -> at >= 0, at -> text.indexOf(mark, at + 1))
                .toArray();
    }
}
