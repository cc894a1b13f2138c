package reload.lab.mall.drawing;

import java.util.HashMap;
import java.util.Map;

/// How a garment is cut, as the assortment writes it: a kind and its particulars, such as `coat neck=notch len=500
/// belt`.
///
/// @param kind what it is: top, coat, puffer, pants, skirt, dress, bag, ...
/// @param particulars by name; one without a value is simply present
public record Cut(String kind, Map<String, String> particulars) {
    public Cut {
        particulars = Map.copyOf(particulars);
    }

    /// Reads the notation above.
    public static Cut parse(String notation) {
        String[] words = notation.strip().split("\\s+");
        Map<String, String> particulars = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 0) {
                particulars.put(words[i], "");
            } else {
                particulars.put(words[i].substring(0, equals), words[i].substring(equals + 1));
            }
        }
        return new Cut(words[0], particulars);
    }

    boolean has(String name) {
        return particulars.containsKey(name);
    }

    String word(String name, String otherwise) {
        return particulars.getOrDefault(name, otherwise);
    }

    boolean is(String name, String value) {
        return value.equals(particulars.get(name));
    }

    double number(String name, double otherwise) {
        String value = particulars.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }
}
