package reload.lab.mall;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reload.lab.mall.drawing.Cloth;
import reload.lab.mall.drawing.Cut;
import reload.lab.mall.drawing.Photograph.Garment;

/// Something the mall sells. Prices are won.
///
/// @param id as it stands in addresses and in what Reload is told: `p-1` and on
/// @param number 1-based place in the assortment; also the seed of everything drawn or written for it
/// @param salePrice what it costs now, where that is less
/// @param stock pieces left; 0 is sold out
/// @param measures body measurements of the garment by name, in centimetres, one value a size
/// @param newness higher is newer
/// @param sold how many were bought this season, for sorting
public record Product(
        String id,
        int number,
        Category category,
        String name,
        long price,
        @Nullable Long salePrice,
        Cut cut,
        List<Colour> colours,
        int stock,
        String fabric,
        String description,
        Map<String, List<Double>> measures,
        Feel feel,
        List<Review> reviews,
        int newness,
        int sold) {

    /// A dye it comes in.
    ///
    /// @param name in Korean
    public record Colour(String name, Cloth cloth) {}

    /// How it feels, each on a scale of 0 to 4.
    public record Feel(int thickness, int stretch, int sheerness, int weight) {}

    /// What somebody who bought it wrote.
    ///
    /// @param stars 1 to 5
    /// @param day of November 2026
    public record Review(String author, int stars, int day, String option, String body, String figure) {}

    public Product {
        colours = List.copyOf(colours);
        reviews = List.copyOf(reviews);
    }

    public long costs() {
        return salePrice == null ? price : salePrice;
    }

    public boolean inStock() {
        return stock > 0;
    }

    /// Whole per cent off, 0 without a sale.
    public int percentOff() {
        return (int) ((price - costs()) * 100 / price);
    }

    public List<String> sizes() {
        return category.sizes();
    }

    /// The mean of its stars, 0 where nobody has written.
    public double rating() {
        return reviews.stream().mapToInt(Review::stars).average().orElse(0);
    }

    public Garment garment(int colour) {
        return new Garment(cut, colours.get(colour).cloth());
    }
}
