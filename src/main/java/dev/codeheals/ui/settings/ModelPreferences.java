package dev.codeheals.ui.settings;

import dev.codeheals.engine.repair.model.ModelBudget;
import dev.codeheals.engine.repair.model.SpendMeter;
import dev.codeheals.wiring.ModelAccess;
import dev.codeheals.wiring.ModelChoice;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The chosen language model and what it may cost, as kept between starts.
///
/// @param provider   {@code offline}, {@code anthropic}, {@code openai} or {@code compatible}
/// @param address    of the server; empty for the provider's own
/// @param name       of the model; empty for the provider's usual one
/// @param perHeal    dollars
/// @param perDay     dollars
/// @param requests   requests a heal may send
public record ModelPreferences(String provider, String address, String name, double perHeal, double perDay, int requests) {
    static final String OFFLINE = "offline";

    /// What was kept; offline where nothing was.
    public static ModelPreferences read(Preferences preferences) {
        return new ModelPreferences(preferences.get("model.provider", OFFLINE), preferences.get("model.address", ""), preferences.get("model.name", ""),
                number(preferences.get("model.perHeal", ""), ModelBudget.DEFAULT.dollars()),
                number(preferences.get("model.perDay", ""), SpendMeter.Caps.DEFAULT.perDay()),
                (int) number(preferences.get("model.requests", ""), ModelBudget.DEFAULT.requests()));
    }

    void keep(Preferences preferences) {
        preferences.put("model.provider", provider);
        preferences.put("model.address", address);
        preferences.put("model.name", name);
        preferences.put("model.perHeal", String.format(Locale.ROOT, "%.2f", perHeal));
        preferences.put("model.perDay", String.format(Locale.ROOT, "%.2f", perDay));
        preferences.put("model.requests", String.valueOf(requests));
    }

    /// The choice these make; empty where a server that has no usual address has none.
    Optional<ModelChoice> choice() {
        return ModelChoice.of(provider, blankToNull(address), blankToNull(name));
    }

    /// Puts them in force; what is not complete counts as offline.
    public void apply(ModelAccess access) {
        access.limit(new ModelBudget(requests, ModelBudget.DEFAULT.tokens(), perHeal, ModelBudget.DEFAULT.wall()),
                new SpendMeter.Caps(perHeal, perDay, SpendMeter.Caps.DEFAULT.requestsPerHour()));
        access.choose(choice().orElseGet(ModelChoice.Offline::new));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static double number(String text, double fallback) {
        try {
            return text.isBlank() ? fallback : Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return fallback;
        }
    }
}
