package reload.mall.adapter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import reload.event.BlockKind;
import reload.event.Template;
import reload.event.Wire;
import reload.mall.MallSettings;
import reload.mall.MallSettings.Block;
import reload.mall.SettingsProblem;
import reload.mall.SettingsProblem.Code;

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
        @JsonSubTypes.Type(value = Block.Banner.class, name = "banner")
    })
    private interface BlockForm {
        @JsonIgnore
        BlockKind kind();
    }

    private static final ObjectMapper STORED = JsonMapper.builder()
            .addMixIn(Block.class, BlockForm.class)
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
            return STORED.treeToValue(completed(STORED.readTree(json)), MallSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings do not read", e);
        }
    }

    /// Reads and checks what somebody wants to publish.
    public static Reading check(JsonNode sent) {
        if (!sent.isObject()) return refused("settings", Code.MALFORMED);
        try {
            MallSettings settings = STRICT.treeToValue(completed(sent), MallSettings.class);
            List<SettingsProblem> problems = settings.problems();
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
        module.addSerializer(Template.class, new JsonSerializer<>() {
            @Override
            public void serialize(Template template, JsonGenerator out, SerializerProvider all) throws IOException {
                out.writeString(template.wire());
            }
        });
        var templates = new Wire.Names<>(Template.class);
        module.addDeserializer(Template.class, new JsonDeserializer<>() {
            @Override
            public Template deserialize(JsonParser in, DeserializationContext context) throws IOException {
                Template template = templates.find(in.getValueAsString(""));
                if (template == null) throw JsonMappingException.from(in, "no such template");
                return template;
            }
        });
        module.addSerializer(Instant.class, new JsonSerializer<>() {
            @Override
            public void serialize(Instant at, JsonGenerator out, SerializerProvider all) throws IOException {
                out.writeString(at.toString());
            }
        });
        module.addDeserializer(Instant.class, new JsonDeserializer<>() {
            @Override
            public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
                try {
                    return Instant.parse(in.getValueAsString(""));
                } catch (DateTimeParseException e) {
                    throw JsonMappingException.from(in, "not a point in time", e);
                }
            }
        });
        return module;
    }
}
