package reload.recommend;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An array that can be published for the price of its page table: pages are shared with what was published and copied
/// on the first write after. One writer; what [#publish] returned never changes.
final class Rows<T> {
    private static final int BITS = 8;
    private static final int PAGE = 1 << BITS;

    private @Nullable Object[][] pages = new Object[0][];
    private boolean[] shared = new boolean[0];

    /// @return what stands at `index`, or null where nothing was ever put
    @Nullable
    T get(int index) {
        return Published.at(pages, index);
    }

    void set(int index, @Nullable T row) {
        int page = index >> BITS;
        if (page >= pages.length) {
            int before = pages.length;
            int length = Math.max(page + 1, before + before / 2);
            pages = Arrays.copyOf(pages, length);
            shared = Arrays.copyOf(shared, length);
            for (int i = before; i < length; i++) pages[i] = new Object[PAGE];
        }
        if (shared[page]) {
            pages[page] = pages[page].clone();
            shared[page] = false;
        }
        pages[page][index & (PAGE - 1)] = row;
    }

    Published<T> publish() {
        Arrays.fill(shared, true);
        return new Published<>(pages.clone());
    }

    /// An array as it was when it was published.
    static final class Published<T> {
        private final @Nullable Object[][] pages;

        private Published(@Nullable Object[][] pages) {
            this.pages = pages;
        }

        @Nullable
        T get(int index) {
            return at(pages, index);
        }

        @SuppressWarnings("unchecked")
        private static <T> @Nullable T at(@Nullable Object[][] pages, int index) {
            int page = index >> BITS;
            return page < pages.length ? (@Nullable T) pages[page][index & (PAGE - 1)] : null;
        }
    }
}
