package reload.collect.adapter;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reload.collect.Admission;
import reload.collect.Admission.Drop;
import reload.event.Key;
import reload.event.OrderEvent;
import reload.event.adapter.OrdersReader;
import reload.event.adapter.UnreadableException;
import reload.log.Entry;
import reload.log.Log;
import reload.log.Source;
import reload.mall.Mall;
import reload.mall.Malls;

/// `POST /v1/orders`: what a mall's server says of orders and refunds, with its secret key. All of the body is
/// taken or none of it; sent again it changes nothing.
public final class OrdersRoute implements Handler<RoutingContext> {
    private final Malls malls;
    private final Log log;
    private final Tally tally;
    private final Clock clock;

    public OrdersRoute(Malls malls, Log log, Tally tally, Clock clock) {
        this.malls = malls;
        this.log = log;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Requests.body(
                request,
                CollectRoute.LARGEST,
                body -> take(request, body),
                () -> refuse(request.response(), Drop.TOO_LARGE, "the body is larger than 64 KiB"));
    }

    private void take(HttpServerRequest request, byte[] body) {
        HttpServerResponse response = request.response();
        OrdersReader.Orders orders;
        try {
            orders = OrdersReader.read(body);
        } catch (UnreadableException e) {
            refuse(response, Drop.valueOf(e.kind().name()), e.what());
            return;
        }
        Mall mall = malls.find(orders.mall());
        String secret = Requests.bearer(request);
        boolean history = mall != null && secret != null && mall.isHistoryKey(secret);
        if (mall == null || secret == null || !history && !mall.isServerKey(secret)) {
            // One answer for both, so that nobody learns which malls there are.
            refuse(response, Drop.FORBIDDEN, "no mall has this key");
            return;
        }
        for (OrderEvent event : orders.events()) {
            if (event.amount().currency().equals(mall.currency())) continue;
            refuse(response, Drop.MALFORMED, "the mall's currency is " + mall.currency());
            return;
        }
        keep(orders, mall, history ? orders.sentAt() : clock.millis(), response);
    }

    private void keep(OrdersReader.Orders orders, Mall mall, long receivedAt, HttpServerResponse response) {
        long skew = Admission.skew(orders.sentAt(), receivedAt);
        List<CompletableFuture<?>> kept = new ArrayList<>();
        for (OrderEvent event : orders.events()) {
            Key key = new Key(Key.Kind.ORDER, event.order());
            byte[] payload = OrdersReader.writeEvent(event);
            kept.add(log.append(new Entry(mall.id(), key, receivedAt, skew, 0, payload, Source.ORDER))
                    .toCompletableFuture());
        }
        CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).whenComplete((_, failure) -> {
            if (failure == null) tally.accepted(kept.size());
            CollectRoute.answer(response, failure, tally);
        });
    }

    private void refuse(HttpServerResponse response, Drop reason, String message) {
        tally.dropped(reason);
        Requests.refuse(response, reason, message);
    }
}
