package reload.lab.mall.adapter;

import java.util.LinkedHashMap;
import java.util.Map;

/// What we answer.
///
/// @param type of the body, empty for none
record Response(int status, String type, String body, Map<String, String> headers) {
    Response {
        headers = Map.copyOf(headers);
    }

    static Response html(int status, String body) {
        // `no-cache` asks again each time but, unlike `no-store`, leaves the page in the back/forward cache.
        return new Response(status, "text/html; charset=utf-8", body, Map.of("Cache-Control", "no-cache"));
    }

    static Response json(String body) {
        return new Response(200, "application/json", body, Map.of("Cache-Control", "no-cache"));
    }

    /// Something that changes only with a new build.
    static Response asset(String type, String body) {
        return new Response(200, type, body, Map.of("Cache-Control", "public, max-age=600"));
    }

    static Response see(String address) {
        return new Response(303, "", "", Map.of("Location", address, "Cache-Control", "no-cache"));
    }

    Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, type, body, more);
    }
}
