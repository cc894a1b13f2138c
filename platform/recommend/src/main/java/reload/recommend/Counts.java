package reload.recommend;

import java.util.Arrays;

/// As [Rows], of whole numbers: many are read in one query, so they lie close together.
final class Counts {
    private static final int BITS = 9;
    private static final int PAGE = 1 << BITS;

    private int[][] pages = new int[0][];
    private boolean[] shared = new boolean[0];

    int get(int index) {
        return Published.at(pages, index);
    }

    void set(int index, int value) {
        int page = index >> BITS;
        if (page >= pages.length) {
            int before = pages.length;
            int length = Math.max(page + 1, before + before / 2);
            pages = Arrays.copyOf(pages, length);
            shared = Arrays.copyOf(shared, length);
            for (int i = before; i < length; i++) pages[i] = new int[PAGE];
        }
        if (shared[page]) {
            pages[page] = pages[page].clone();
            shared[page] = false;
        }
        pages[page][index & (PAGE - 1)] = value;
    }

    Published publish() {
        Arrays.fill(shared, true);
        return new Published(pages.clone());
    }

    /// The numbers as they were when they were published.
    static final class Published {
        private final int[][] pages;

        private Published(int[][] pages) {
            this.pages = pages;
        }

        /// @return 0 where nothing was ever put
        int get(int index) {
            return at(pages, index);
        }

        private static int at(int[][] pages, int index) {
            int page = index >> BITS;
            return page < pages.length ? pages[page][index & (PAGE - 1)] : 0;
        }
    }
}
