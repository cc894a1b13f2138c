package reload.event;

/// An amount in the minor unit of a currency: won for KRW, cents for USD. May be negative (a net after refunds).
///
/// @param minor integer minor units
/// @param currency ISO 4217, three capitals
public record Money(long minor, String currency) {
    public Money {
        if (currency.length() != 3) throw new IllegalArgumentException("a currency is three capitals: " + currency);
    }
}
