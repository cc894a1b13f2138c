package reload.lab.mall;

import java.util.List;
import java.util.Optional;

/// A shelf of the mall.
public enum Category {
    OUTER("outer", "아우터", "해가 짧아지는 만큼, 한 겹 더", List.of("S", "M", "L")),
    KNIT("knit", "니트", "손등까지 내려오는 온기", List.of("S", "M", "L")),
    SHIRT("shirt", "셔츠·블라우스", "코트 안에서도 구겨지지 않는", List.of("S", "M", "L")),
    TOP("top", "티셔츠·스웨트", "매일 입어도 목이 늘어나지 않게", List.of("S", "M", "L", "XL")),
    PANTS("pants", "팬츠", "앉았다 일어나도 그대로", List.of("S", "M", "L", "XL")),
    SKIRT("skirt", "스커트", "걸음을 따라 움직이는 주름", List.of("S", "M", "L")),
    DRESS("dress", "원피스", "한 벌이면 끝나는 아침", List.of("S", "M", "L")),
    GOODS("goods", "가방·소품", "겨울의 마지막 한 가지", List.of("FREE"));

    private final String slug;
    private final String title;
    private final String line;
    private final List<String> sizes;

    Category(String slug, String title, String line, List<String> sizes) {
        this.slug = slug;
        this.title = title;
        this.line = line;
        this.sizes = sizes;
    }

    /// As it stands in an address.
    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /// One sentence over the shelf.
    public String line() {
        return line;
    }

    public List<String> sizes() {
        return sizes;
    }

    public static Optional<Category> of(String slug) {
        for (Category category : values()) {
            if (category.slug.equals(slug)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
