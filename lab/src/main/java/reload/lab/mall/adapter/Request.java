package reload.lab.mall.adapter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a browser asked for.
///
/// @param path decoded, beginning with a slash
/// @param said the query's fields, and the form's for a POST; the first of each name
/// @param host name without port, as the browser reached us
/// @param origin scheme, host and port as the browser reached us
record Request(
        String method,
        String path,
        Map<String, String> said,
        Map<String, String> cookies,
        String host,
        String origin,
        String accepts,
        String ifNoneMatch) {

    String said(String name) {
        return said.getOrDefault(name, "");
    }

    int number(String name) {
        String value = said(name);
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : -1;
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /// Fields as a form or a query writes them; what cannot be decoded is left out.
    static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new HashMap<>();
        if (encoded == null) {
            return fields;
        }
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            try {
                String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
                String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                fields.putIfAbsent(name, value);
            } catch (IllegalArgumentException broken) {
                // A stray per cent sign: the field was not said.
                continue;
            }
        }
        return fields;
    }

    static Map<String, String> cookies(@Nullable String header) {
        Map<String, String> cookies = new HashMap<>();
        if (header != null) {
            for (String pair : header.split(";")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            pair.substring(0, equals).strip(),
                            unquoted(pair.substring(equals + 1).strip()));
                }
            }
        }
        return cookies;
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
