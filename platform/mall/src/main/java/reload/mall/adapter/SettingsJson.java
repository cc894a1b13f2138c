package reload.mall.adapter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reload.event.BlockKind;
import reload.event.Frequency;
import reload.event.Presentation;
import reload.event.Storage;
import reload.event.Template;
import reload.event.Wire;
import reload.mall.Block;
import reload.mall.Choosing;
import reload.mall.MallSettings;
import reload.mall.Markup;
import reload.mall.SettingsProblem;
import reload.mall.SettingsProblem.Code;
import reload.mall.ShowRule;
import reload.mall.Theme;

/// Settings as JSON: the form of the console's contract, of the database and of the log.
///
/// What is left out of an object means what a new mall starts with, so settings that were published before a field
/// existed still read.
public final class SettingsJson {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Block.ProductAgain.class, name = "product-again"),
        @JsonSubTypes.Type(value = Block.GoesWith.class, name = "goes-with"),
        @JsonSubTypes.Type(value = Block.Popular.class, name = "popular"),
        @JsonSubTypes.Type(value = Block.Banner.class, name = "banner"),
        @JsonSubTypes.Type(value = Block.RecentlyViewed.class, name = "recently-viewed"),
        @JsonSubTypes.Type(value = Block.Coupon.class, name = "coupon"),
        @JsonSubTypes.Type(value = Block.Countdown.class, name = "countdown"),
        @JsonSubTypes.Type(value = Block.Custom.class, name = "custom")
    })
    private interface BlockForm {
        @JsonIgnore
        BlockKind kind();
    }

    private interface TriggersForm {
        /// Java keeps the word `return` for itself.
        @JsonProperty("return")
        MallSettings.Switch returning();
    }

    private static final ObjectMapper STORED = JsonMapper.builder()
            .addMixIn(Block.class, BlockForm.class)
            .addMixIn(MallSettings.Triggers.class, TriggersForm.class)
            .addModule(words())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final ObjectMapper STRICT = STORED.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final JsonNode INITIAL = STORED.valueToTree(MallSettings.initial());

    /// What somebody sent: settings, or why they cannot be taken.
    public sealed interface Reading {
        record Taken(MallSettings settings) implements Reading {}

        /// @param problems at least one
        record Refused(List<SettingsProblem> problems) implements Reading {}
    }

    private SettingsJson() {}

    public static String write(MallSettings settings) {
        return tree(settings).toString();
    }

    public static JsonNode tree(MallSettings settings) {
        return STORED.valueToTree(settings);
    }

    /// Reads what was published once: fields that no longer exist are passed over.
    ///
    /// @throws IllegalStateException if it was never settings
    public static MallSettings read(String json) {
        try {
            JsonNode stored = STORED.readTree(json);
            onceBecameFrequency(stored);
            return STORED.treeToValue(completed(stored), MallSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings do not read", e);
        }
    }

    /// Before triggers had frequencies, one rule said for all whether a visitor has one chance for good.
    private static void onceBecameFrequency(JsonNode stored) {
        if (stored.path("rules").path("once").asBoolean(true)) return;
        ObjectNode triggers = ((ObjectNode) stored).withObjectProperty("triggers");
        for (String trigger : List.of("backHold", "backLanding"))
            triggers.withObjectProperty(trigger).put("frequency", Frequency.VISIT.wire());
    }

    /// Reads and checks what somebody wants to publish.
    ///
    /// @param now what has ended by then cannot be published
    public static Reading check(JsonNode sent, Instant now) {
        if (!sent.isObject()) return refused("settings", Code.MALFORMED);
        try {
            MallSettings settings = STRICT.treeToValue(completed(sent), MallSettings.class);
            List<SettingsProblem> problems = settings.problems(now);
            return problems.isEmpty() ? new Reading.Taken(settings) : new Reading.Refused(problems);
        } catch (UnrecognizedPropertyException e) {
            return refused(path(e), Code.UNKNOWN);
        } catch (JsonMappingException e) {
            return refused(path(e), e.getCause() instanceof NullPointerException ? Code.MISSING : Code.MALFORMED);
        } catch (JsonProcessingException _) {
            return refused("settings", Code.MALFORMED);
        }
    }

    private static Reading refused(String field, Code code) {
        return new Reading.Refused(List.of(new SettingsProblem(field, code)));
    }

    private static JsonNode completed(JsonNode sent) {
        return merged(INITIAL.deepCopy(), sent);
    }

    /// Objects are filled up; everything else, arrays included, stands as it was sent.
    private static JsonNode merged(JsonNode own, JsonNode sent) {
        if (!(own instanceof ObjectNode filled) || !sent.isObject()) return sent;
        for (Map.Entry<String, JsonNode> field : sent.properties()) {
            JsonNode before = filled.get(field.getKey());
            filled.set(field.getKey(), before == null ? field.getValue() : merged(before, field.getValue()));
        }
        return filled;
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.isEmpty() ? "settings" : path.toString();
    }

    private static SimpleModule words() {
        var module = new SimpleModule("reload settings");
        word(module, Template.class);
        word(module, Frequency.class);
        word(module, Presentation.class);
        word(module, Storage.class);
        word(module, MallSettings.ConsentFrom.class);
        word(module, Theme.Scheme.class);
        word(module, Choosing.Whom.class);
        word(module, Choosing.SharesFrom.class);
        text(module, Markup.class, Markup::html, Markup::of);
        text(module, ShowRule.class, ShowRule::write, ShowRule::read);
        text(module, Instant.class, Instant::toString, Instant::parse);
        return module;
    }

    /// The contract's word for each constant.
    private static <E extends Enum<E>> void word(SimpleModule module, Class<E> type) {
        var names = new Wire.Names<>(type);
        text(module, type, Wire::of, word -> {
            E constant = names.find(word);
            if (constant == null) throw new IllegalArgumentException("no such word");
            return constant;
        });
    }

    /// A value that is written as one text.
    ///
    /// @param read throws where the text is none of these
    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider all) throws IOException {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                if (in.currentToken() != JsonToken.VALUE_STRING) throw JsonMappingException.from(in, "not text");
                try {
                    return read.apply(in.getText());
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    throw JsonMappingException.from(in, "not written so", e);
                }
            }
        });
    }
}
