package reload.recommend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reload.event.VisitorId;

/// Which goods shoppers sent back: those of an order of theirs of which the mall refunded anything, since a
/// refund does not say what of it came back. Remembers the latest orders only. One thread writes; [#of] may
/// be asked by any.
final class Returns {
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<VisitorId, Set<String>> returned = new ConcurrentHashMap<>();

    /// @param visitor null while no page has told of it
    private record Order(@Nullable VisitorId visitor, Set<String> products, boolean refunded) {
        boolean isReturned() {
            return visitor != null && refunded;
        }
    }

    /// What this visitor sent back.
    Set<String> of(VisitorId visitor) {
        return returned.getOrDefault(visitor, Set.of());
    }

    /// @param most orders remembered
    void placed(String order, VisitorId visitor, List<String> products, int most) {
        Order before = orders.get(order);
        put(order, new Order(visitor, Set.copyOf(products), before != null && before.refunded), most);
    }

    /// @param most orders remembered
    void refunded(String order, int most) {
        Order before = orders.get(order);
        if (before == null) put(order, new Order(null, Set.of(), true), most);
        else put(order, new Order(before.visitor, before.products, true), most);
    }

    private void put(String id, Order order, int most) {
        orders.put(id, order);
        if (order.isReturned()) tell(order.visitor);
        while (orders.size() > most) {
            var oldest = orders.entrySet().iterator();
            Order forgotten = oldest.next().getValue();
            oldest.remove();
            if (forgotten.isReturned()) tell(forgotten.visitor);
        }
    }

    private void tell(@Nullable VisitorId visitor) {
        if (visitor == null) return;
        Set<String> products = orders.values().stream()
                .filter(order -> order.isReturned() && visitor.equals(order.visitor))
                .flatMap(order -> order.products.stream())
                .collect(Collectors.toUnmodifiableSet());
        if (products.isEmpty()) returned.remove(visitor);
        else returned.put(visitor, products);
    }

    void write(Bytes out) {
        out.whole(orders.size());
        orders.forEach((id, order) -> {
            out.text(id);
            out.text(order.visitor == null ? "" : order.visitor.value());
            out.whole(order.refunded ? 1 : 0);
            List<String> products = order.products.stream().sorted().toList();
            out.whole(products.size());
            products.forEach(out::text);
        });
    }

    void read(Bytes in) {
        for (int i = in.count(Integer.MAX_VALUE); i > 0; i--) {
            String id = in.text();
            String visitor = in.text();
            boolean refunded = in.count(1) == 1;
            Set<String> products = Stream.generate(in::text)
                    .limit(in.count(Integer.MAX_VALUE))
                    .collect(Collectors.toUnmodifiableSet());
            Order order = new Order(visitor.isEmpty() ? null : new VisitorId(visitor), products, refunded);
            put(id, order, Integer.MAX_VALUE);
        }
    }
}
