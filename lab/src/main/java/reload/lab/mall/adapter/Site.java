package reload.lab.mall.adapter;

/// One origin: answers what a browser asks.
interface Site {
    Response answer(Request request);
}
