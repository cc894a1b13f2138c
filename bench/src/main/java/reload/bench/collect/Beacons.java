package reload.bench.collect;

import java.util.Random;
import reload.bench.load.Template;

/// Beacons of 1 kB with five events, as a page sends them.
public final class Beacons {
    private Beacons() {}

    /// @param perVisitor how many beacons each visitor sends
    public static Template of(String host, String mall, String origin, int perVisitor, Random random) {
        String body = """
                {"v":1,"mall":"%MALL","visitor":"VVVVVVVVVVVVVVVVVVVVaA","storage":"persistent",\
                "sentAt":1700000000000,"device":"phone","events":[\
                {"type":"page-viewed","id":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","at":1700000000000,\
                "url":"%ORIGIN/product/p-P0P","title":"Tee P0P","template":"product","landing":false},\
                {"type":"product-viewed","id":"019aa9c0-0000-7SSS-8002-NNNNNNNNNNNN","at":1700000000000,\
                "view":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","product":{"id":"p-P0P","name":"Tee P0P",\
                "price":1P0P0,"currency":"KRW","inStock":true,"url":"%ORIGIN/product/p-P0P"}},\
                {"type":"cart-changed","id":"019aa9c0-0000-7SSS-8003-NNNNNNNNNNNN","at":1700000000000,\
                "view":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","items":[]},\
                {"type":"dwelled","id":"019aa9c0-0000-7SSS-8004-NNNNNNNNNNNN","at":1700000000000,\
                "view":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","visibleMs":8800,"activeMs":6400,"wallMs":9000},\
                {"type":"not-shown","id":"019aa9c0-0000-7SSS-8005-NNNNNNNNNNNN","at":1700000000000,\
                "view":"019aa9c0-0000-7SSS-8001-NNNNNNNNNNNN","trigger":"back-hold","reason":"NO_PLAN"}]}""".replace("%MALL", mall).replace("%ORIGIN", origin);
        return new Template(host, "/v1/collect", origin, body, perVisitor, random);
    }
}
