package reload.recommend;

/// One recommended product.
///
/// @param score only comparable within one answer, falling
/// @param why what speaks for it, in words a marketer can be told
public record Recommended(String product, double score, Why why) {}
