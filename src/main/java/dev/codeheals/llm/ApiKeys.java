package dev.codeheals.llm;

import dev.codeheals.engine.repair.model.KeyPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Where keys come from: the environment first, then each place in order (key ring, owner-only file).
public final class ApiKeys {
    private final Map<String, String> environment;
    private final List<KeyPlace> places;

    public ApiKeys(Map<String, String> environment, List<KeyPlace> places) {
        this.environment = Map.copyOf(environment);
        this.places = List.copyOf(places);
    }

    public Optional<ApiKey> find(Provider provider) {
        String name = provider.keyName();
        String fromEnvironment = environment.getOrDefault(name, "");
        if (!fromEnvironment.isBlank()) {
            return Optional.of(new ApiKey(fromEnvironment, "the environment variable " + name));
        }
        return places.stream().flatMap(place -> place.find(name).filter(key -> !key.isBlank()).map(key -> new ApiKey(key, place.title())).stream())
                .findFirst();
    }

    /// Keeps a key in the first place that takes it and forgets it in the others.
    ///
    /// @return the title of that place; empty if none takes it
    public Optional<String> keep(Provider provider, String key) {
        Optional<KeyPlace> kept = places.stream().filter(place -> place.keep(provider.keyName(), key.strip())).findFirst();
        kept.ifPresent(chosen -> places.stream().filter(place -> !place.equals(chosen)).forEach(place -> place.forget(provider.keyName())));
        return kept.map(KeyPlace::title);
    }

    /// Removes a key from every place.
    public void forget(Provider provider) {
        places.forEach(place -> place.forget(provider.keyName()));
    }

    /// The values of all keys, so that redaction can look for them.
    public Set<String> values() {
        Set<String> values = new TreeSet<>();
        for (Provider provider : Provider.values()) {
            find(provider).map(ApiKey::reveal).ifPresent(values::add);
        }
        return values;
    }

    @Override
    public String toString() {
        return "keys in " + places.stream().map(KeyPlace::title).toList();
    }
}
