package reload.lab.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Bodies that no honest page sends.
final class HostileBeacons {
    private static final String SYNTAX = "0123456789{}[]\":,-.eEtfn\\";

    private HostileBeacons() {}

    /// One body and what it is, for the record.
    record Hostile(String what, byte[] body) {}

    /// The cases one can name.
    ///
    /// @param valid a beacon the server takes
    static List<Hostile> named(String valid) {
        List<Hostile> all = new ArrayList<>();
        add(all, "empty", "");
        add(all, "white space", " \n\t ");
        add(all, "not JSON", "visitor=1&mall=2");
        add(all, "null", "null");
        add(all, "a number", "1");
        add(all, "an array", "[]");
        add(all, "an empty object", "{}");
        add(all, "an array of beacons", "[" + valid + "]");
        add(all, "two beacons", valid + valid);
        add(all, "something after the beacon", valid + " x");
        add(all, "deep arrays", "[".repeat(30_000));
        add(all, "deep objects", "{\"a\":".repeat(10_000));
        add(all, "deep in an event", valid.replaceFirst("\"events\":\\[", "\"events\":[" + "[".repeat(5_000)));
        add(all, "no events", valid.replaceFirst("\"events\":\\[.*]", "\"events\":[]"));
        add(all, "events that are no list", valid.replaceFirst("\"events\":\\[.*]", "\"events\":{}"));
        add(all, "events of no type", valid.replaceFirst("\"events\":\\[.*]", "\"events\":[null,1,\"a\",[],{}]"));
        add(all, "an unknown event", valid.replace("page-viewed", "page-burnt"));
        add(all, "51 events", valid.replaceFirst("\"events\":\\[", "\"events\":[" + "{},".repeat(51)));
        add(all, "another version", valid.replace("\"v\":1", "\"v\":2"));
        add(all, "a version in words", valid.replace("\"v\":1", "\"v\":\"1\""));
        add(all, "no mall", valid.replaceFirst("\"mall\":\"[^\"]*\",", ""));
        add(all, "an unknown mall", valid.replaceFirst("\"mall\":\"[^\"]*\"", "\"mall\":\"nobody-s\""));
        add(all, "a mall that is no key", valid.replaceFirst("\"mall\":\"[^\"]*\"", "\"mall\":\"../../etc\""));
        add(all, "a mall that is a number", valid.replaceFirst("\"mall\":\"[^\"]*\"", "\"mall\":7"));
        add(
                all,
                "a visitor in SQL",
                valid.replaceFirst("\"visitor\":\"[^\"]*\"", "\"visitor\":\"' or 1=1; drop table x\""));
        add(all, "a short visitor", valid.replaceFirst("\"visitor\":\"[^\"]*\"", "\"visitor\":\"AAAA\""));
        add(all, "another spelling of a visitor", valid.replaceFirst("(\"visitor\":\"[^\"]*).\"", "$1B\""));
        add(all, "sent in the far future", valid.replaceFirst("\"sentAt\":\\d+", "\"sentAt\":9007199254740991"));
        add(all, "sent before the epoch", valid.replaceFirst("\"sentAt\":\\d+", "\"sentAt\":-1"));
        add(all, "a moment beyond every number", valid.replaceAll("\"at\":\\d+", "\"at\":1e999"));
        add(all, "a moment of 4,000 digits", valid.replaceAll("\"at\":\\d+", "\"at\":" + "9".repeat(4_000)));
        add(all, "half a millisecond", valid.replaceAll("\"at\":(\\d+)", "\"at\":$1.5"));
        add(all, "a name with a null character", valid.replace("\"title\":\"", "\"title\":\"\\u0000"));
        add(all, "half a character", valid.replace("\"title\":\"", "\"title\":\"\\ud800"));
        add(all, "a long title", valid.replace("\"title\":\"", "\"title\":\"" + "x".repeat(60_000)));
        add(all, "a field twice", valid.replace("\"v\":1", "\"v\":1,\"v\":1,\"mall\":\"x\""));
        add(all, "10,000 unknown fields", valid.replace("\"v\":1", "\"v\":1" + ",\"a\":1".repeat(8_000)));
        add(all, "a script as address", valid.replace("https://", "javascript:"));
        add(all, "a negative dwell", valid.replaceFirst("\"visibleMs\":\\d+", "\"visibleMs\":-5"));
        add(all, "a dwell of years", valid.replaceFirst("\"visibleMs\":\\d+", "\"visibleMs\":900719925474099"));
        add(all, "64 KiB and one", valid.replace("\"title\":\"", "\"title\":\"" + "x".repeat(65_537 - valid.length())));
        add(all, "a megabyte", valid.replace("\"title\":\"", "\"title\":\"" + "x".repeat(1 << 20)));
        all.add(new Hostile("no UTF-8", bytes(valid.getBytes(StandardCharsets.UTF_8), 120, (byte) 0xff)));
        all.add(new Hostile("UTF-16", valid.getBytes(StandardCharsets.UTF_16)));
        all.add(new Hostile("nulls", new byte[2_000]));
        for (int cut = 1; cut < valid.length(); cut += 37) add(all, "cut off at " + cut, valid.substring(0, cut));
        return all;
    }

    /// A valid beacon with some of its bytes changed, removed, doubled or exchanged.
    static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] body = valid.clone();
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times && body.length > 2; i++) {
            int at = random.nextInt(body.length);
            int length = 1 + random.nextInt(Math.min(40, body.length - at));
            body = switch (random.nextInt(6)) {
                case 0 -> bytes(body, at, (byte) random.nextInt(256));
                case 1 -> bytes(body, at, (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length())));
                case 2 -> joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, at + length, body.length));
                case 3 -> joined(Arrays.copyOf(body, at + length), Arrays.copyOfRange(body, at, body.length));
                case 4 -> Arrays.copyOf(body, at + 1);
                default -> {
                    int to = random.nextInt(body.length - length + 1);
                    byte[] moved = body.clone();
                    System.arraycopy(body, at, moved, to, length);
                    yield moved;
                }
            };
        }
        return body;
    }

    private static byte[] bytes(byte[] body, int at, byte value) {
        byte[] changed = body.clone();
        changed[Math.min(at, changed.length - 1)] = value;
        return changed;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void add(List<Hostile> all, String what, String body) {
        all.add(new Hostile(what, body.getBytes(StandardCharsets.UTF_8)));
    }
}
