package reload.learn.adapter;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reload.event.Key;
import reload.event.MallId;
import reload.event.SiteKey;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Logged;
import reload.log.Position;
import reload.log.Source;
import reload.mall.KeyHash;
import reload.mall.Mall;
import reload.mall.MallSettings;

/// A log in memory, and what pages and edges would tell it.
final class Told implements Log {
    static final MallId SAND = new MallId(1);
    static final MallId SEA = new MallId(2);

    private final List<Logged> entries = new ArrayList<>();
    private int ids;

    static Mall mall(MallId id) {
        return mall(id, MallSettings.initial());
    }

    static Mall mall(MallId id, MallSettings settings) {
        return new Mall(
                id,
                new SiteKey("mall" + id.value()),
                "mall",
                "KRW",
                ZoneId.of("Asia/Seoul"),
                "ko",
                false,
                false,
                false,
                Set.of(),
                new byte[32],
                new byte[32],
                KeyHash.of("key"),
                null,
                "classic",
                1,
                settings);
    }

    static String visitor(int number) {
        return "AAECAwQFBgcICQ%07dw".formatted(number);
    }

    String uuid() {
        return "019aa9c0-0000-7000-8000-%012x".formatted(++ids);
    }

    void sensed(MallId mall, int visitor, long at, double[] features) {
        StringBuilder numbers = new StringBuilder();
        for (double feature : features)
            numbers.append(numbers.isEmpty() ? "" : ",").append(feature);
        beacon(
                mall,
                visitor,
                at,
                "{\"type\":\"sensed\",\"v\":1,\"id\":\"%s\",\"at\":%d,\"view\":\"%s\",\"signal\":\"fling\",\"features\":[%s],\"score\":0.1}"
                        .formatted(uuid(), at, uuid(), numbers));
    }

    void viewed(MallId mall, int visitor, long at) {
        beacon(
                mall,
                visitor,
                at,
                "{\"type\":\"page-viewed\",\"id\":\"%s\",\"at\":%d,\"url\":\"https://mall.example/\",\"template\":\"list\",\"landing\":false,\"entry\":false}"
                        .formatted(uuid(), at));
    }

    private void beacon(MallId mall, int visitor, long at, String event) {
        String body =
                "{\"v\":1,\"mall\":\"m\",\"visitor\":\"%s\",\"storage\":\"persistent\",\"sentAt\":%d,\"events\":[%s]}"
                        .formatted(visitor(visitor), at, event);
        add(mall, visitor(visitor), at, body, Source.PAGE);
    }

    private void add(MallId mall, String visitor, long at, String body, Source source) {
        append(new Entry(
                mall, new Key(Key.Kind.VISITOR, visitor), at, 0, 0, body.getBytes(StandardCharsets.UTF_8), source));
    }

    @Override
    public CompletionStage<Position> append(Entry entry) {
        Position position = Position.of(entries.size() + 1L);
        entries.add(new Logged(position, entry));
        return CompletableFuture.completedStage(position);
    }

    @Override
    public List<Logged> read(Position from, int max) {
        int at = (int) from.number();
        return List.copyOf(entries.subList(at, Math.min(entries.size(), at + max)));
    }

    @Override
    public Position end() {
        return Position.of(entries.size());
    }

    @Override
    public void close() {}
}
