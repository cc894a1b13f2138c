package reload.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reload.catalog.CatalogLine;

/// What an import takes is what `contract/catalog-line.schema.json` says it takes.
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private static JsonSchema schema() {
        Path file = Path.of(System.getProperty("reload.root"), "contract/catalog-line.schema.json");
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file.toAbsolutePath().normalize().toUri(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean allowed(String line) throws IOException {
        return SCHEMA.validate(JSON.readTree(line)).isEmpty();
    }

    private static boolean taken(String line) {
        return ProductJson.read(1, line.getBytes(StandardCharsets.UTF_8), "KRW") instanceof CatalogLine.Read;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'p-1'}",
                "{'id':'p-1','name':'린넨 셔츠','price':59000,'salePrice':47200,'currency':'KRW','inStock':true,'stock':0,"
                        + "'image':'https://a.example/1.jpg','url':'HTTP://a.example/','categories':['여성','셔츠'],'brand':'모래'}",
                "{'id':'p-1','name':null,'price':null,'salePrice':null,'currency':null,'inStock':null,'stock':null,"
                        + "'image':null,'url':null,'categories':null,'brand':null}",
                "{'id':'p-1','price':1000000000000}",
                "{'id':'p-1','categories':[]}",
            })
    void whatTheContractAllowsIsTaken(String line) throws IOException {
        String json = line.replace('\'', '"');
        assertThat(allowed(json)).isTrue();
        assertThat(taken(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{'id':null}",
                "{'id':''}",
                "{'id':7}",
                "{'id':'p-1','name':''}",
                "{'id':'p-1','name':7}",
                "{'id':'p-1','price':-1}",
                "{'id':'p-1','price':1000000000001}",
                "{'id':'p-1','price':'59000'}",
                "{'id':'p-1','price':59000.5}",
                "{'id':'p-1','salePrice':-1}",
                "{'id':'p-1','currency':'won'}",
                "{'id':'p-1','inStock':'yes'}",
                "{'id':'p-1','stock':-1}",
                "{'id':'p-1','image':'/1.jpg'}",
                "{'id':'p-1','url':'javascript:alert(1)'}",
                "{'id':'p-1','categories':'셔츠'}",
                "{'id':'p-1','categories':['1','2','3','4','5','6','7','8','9']}",
                "{'id':'p-1','categories':[null]}",
                "{'id':'p-1','brand':''}",
                "{'id':'p-1','colour':'red'}",
            })
    void whatTheContractRefusesIsRefused(String line) throws IOException {
        String json = line.replace('\'', '"');
        assertThat(allowed(json)).isFalse();
        assertThat(taken(json)).isFalse();
    }
}
