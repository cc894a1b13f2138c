package reload.catalog.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reload.catalog.CatalogLine;
import reload.catalog.ProductRules.Problem;
import reload.catalog.Said;
import reload.event.Product;

class ImportLinesTest {
    private static List<CatalogLine> lines(byte[]... parts) {
        var read = new ArrayList<CatalogLine>();
        var lines = new ImportLines("KRW", read::add);
        for (byte[] part : parts) lines.take(part);
        lines.end();
        return read;
    }

    private static List<CatalogLine> lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem onlyProblem(String line) {
        var read = lines(line);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst()).isInstanceOf(CatalogLine.Refused.class);
        var problems = ((CatalogLine.Refused) read.getFirst()).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @Test
    void everyFieldOfAProductIsRead() {
        var read = lines("""
                {"id":"p-17","name":"린넨 셔츠","price":59000,"salePrice":47200,"currency":"KRW","inStock":true,"stock":3,\
                "image":"https://mall.example/p-17.jpg","url":"https://mall.example/product/p-17",\
                "categories":["여성","셔츠"],"brand":"모래"}
                """);
        var product = new Product(
                "p-17",
                "린넨 셔츠",
                59_000L,
                47_200L,
                "KRW",
                true,
                3L,
                "https://mall.example/p-17.jpg",
                "https://mall.example/product/p-17",
                List.of("여성", "셔츠"),
                "모래");
        assertThat(read).containsExactly(new CatalogLine.Read(1, product));
        assertThat(ProductJson.stored(ProductJson.text(product))).isEqualTo(product);
    }

    @Test
    void whatIsNullWasNotSaid() {
        assertThat(lines("{\"id\":\"p-1\",\"name\":null,\"price\":null,\"categories\":null}"))
                .containsExactly(new CatalogLine.Read(1, Said.of("p-1").product()));
    }

    @Test
    void blankLinesCountAsLinesAndSayNothing() {
        var read = lines("\ufeff{\"id\":\"p-1\"}\r\n\n  \n{\"id\":\"p-2\"}");
        assertThat(read).extracting(CatalogLine::number).containsExactly(1, 4);
        assertThat(lines("")).isEmpty();
        assertThat(lines("\n\n")).isEmpty();
    }

    @Test
    void aBadLineDoesNotCostTheOthers() {
        var read = lines("{\"id\":\"p-1\"}\n{\"id\":\n{\"id\":\"p-3\"}\n");
        assertThat(read.get(0)).isInstanceOf(CatalogLine.Read.class);
        assertThat(read.get(1)).isInstanceOf(CatalogLine.Refused.class);
        assertThat(read.get(2)).isEqualTo(new CatalogLine.Read(3, Said.of("p-3").product()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"x\"} | id | is missing",
                "{\"id\":17} | id | is not text",
                "{\"id\":\"\"} | id | is empty",
                "{\"id\":\"p\",\"price\":\"59000\"} | price | is not a whole number",
                "{\"id\":\"p\",\"price\":59000.5} | price | is not a whole number",
                "{\"id\":\"p\",\"price\":99999999999999999999} | price | is not a whole number",
                "{\"id\":\"p\",\"price\":-1} | price | is below 0",
                "{\"id\":\"p\",\"inStock\":\"yes\"} | inStock | is not true or false",
                "{\"id\":\"p\",\"categories\":\"tops\"} | categories | is not a list of texts",
                "{\"id\":\"p\",\"categories\":[1,2]} | categories | is not text",
                "{\"id\":\"p\",\"currency\":\"USD\"} | currency | is USD, but the mall sells in KRW",
                "{\"id\":\"p\",\"url\":\"javascript:alert(1)\"} | url | is not an absolute http or https address of at most"
                        + " 2048 characters without blanks",
                "{\"id\":\"p\",\"name\":{\"ko\":\"셔츠\"}} | name | is not text",
                "{\"id\":\"p\",\"sale_price\":1} | sale_price | is not known; known are id, name, price, salePrice,"
                        + " currency, inStock, stock, image, url, categories, brand",
                "{\"id\":\"p\"} {} | `` | goes on after the object",
                "[] | `` | is not a JSON object",
                "17 | `` | is not a JSON object"
            })
    void everyRefusalNamesTheFieldAndWhatIsWrong(String line, String field, String message) {
        assertThat(onlyProblem(line)).isEqualTo(new Problem(field, message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"id\":\"p\"", "id,name", "{'id':'p'}", "{\"id\":\"p\",\"a\":[[[[[[[[[[]]]]]]]]]]}"})
    void whatIsNotJsonIsSaidToBeNone(String line) {
        assertThat(onlyProblem(line).message()).startsWith("is not JSON");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] line = "{\"id\":\"p\",\"name\":\"??\"}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < line.length; i++) if (line[i] == '?') line[i] = (byte) 0xff;
        assertThat(lines(line)).singleElement().isInstanceOf(CatalogLine.Refused.class);
    }

    @Test
    void allThatIsWrongWithALineIsSaidAtOnce() {
        var read = (CatalogLine.Refused)
                lines("{\"id\":\"p\",\"price\":\"x\",\"stock\":-1}").getFirst();
        assertThat(read.problems()).extracting(Problem::field).containsExactly("price", "stock");
    }

    @Test
    void aLineThatIsTooLongIsRefusedAndTheNextIsRead() {
        var read = lines("{\"id\":\"p-1\",\"name\":\"" + "a".repeat(70_000) + "\"}\n{\"id\":\"p-2\"}\n");
        assertThat(read).extracting(CatalogLine::number).containsExactly(1, 2);
        assertThat(((CatalogLine.Refused) read.getFirst()).problems())
                .containsExactly(new Problem("", "is longer than 65536 bytes"));
        assertThat(read.getLast()).isInstanceOf(CatalogLine.Read.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whereTheNetworkCutsTheBodyDoesNotMatter(long seed) {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        for (int i = 0; i < 50; i++)
            text.append(
                    switch (random.nextInt(4)) {
                        case 0 -> "\n";
                        case 1 -> "{\"id\":\"상품-" + i + "\",\"price\":\"?\"}\n";
                        default -> "{\"id\":\"상품-" + i + "\",\"name\":\"셔츠\"}\r\n";
                    });
        byte[] whole = text.toString().getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<byte[]>();
        for (int at = 0; at < whole.length; ) {
            int length = Math.min(whole.length - at, 1 + random.nextInt(40));
            var part = new ByteArrayOutputStream();
            part.write(whole, at, length);
            parts.add(part.toByteArray());
            at += length;
        }
        assertThat(lines(parts.toArray(byte[][]::new))).isEqualTo(lines(whole));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noBytesAtAllBreakTheReader(long seed) {
        var random = new SplittableRandom(seed);
        byte[] valid = "{\"id\":\"p-1\",\"name\":\"셔츠\",\"price\":59000,\"categories\":[\"a\"]}\n"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            byte[] mutated = valid.clone();
            for (int j = random.nextInt(4); j >= 0; j--)
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            assertThat(lines(mutated)).allMatch(line -> line.number() >= 1);
        }
    }
}
