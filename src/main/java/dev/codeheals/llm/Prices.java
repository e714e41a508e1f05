package dev.codeheals.llm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codeheals.engine.repair.model.TokenUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What tokens cost, as data: the longest prefix of a model's name decides.
///
/// A model of a paid provider that is not in the list counts at the highest price of that provider, so that a cap holds.
/// Compatible servers cost nothing.
public final class Prices {
    private static final double MILLION = 1_000_000;

    /// US dollars for a million tokens of the models whose name starts so.
    public record Price(String provider, String prefix, double in, double out) {}

    private final List<Price> prices;

    public Prices(List<Price> prices) {
        this.prices = List.copyOf(prices);
    }

    /// The list that comes with the application.
    public static Prices bundled() {
        try (InputStream data = Objects.requireNonNull(Prices.class.getResourceAsStream("prices.json"))) {
            return new Prices(new ObjectMapper().readValue(data, new TypeReference<List<Price>>() {}));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public double of(Provider provider, String model, TokenUsage usage) {
        return price(provider, model).map(price -> (usage.in() * price.in() + usage.out() * price.out()) / MILLION).orElse(0.0);
    }

    private Optional<Price> price(Provider provider, String model) {
        List<Price> own = prices.stream().filter(price -> price.provider().equals(provider.id())).toList();
        return own.stream().filter(price -> model.startsWith(price.prefix())).max(Comparator.comparingInt(price -> price.prefix().length()))
                .or(() -> own.stream().max(Comparator.comparingDouble(Price::out)));
    }
}
