package dev.codeheals.ui.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of one language.
public final class Texts {
    /// Languages that are complete, as a test holds.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /// The language's texts; English for a language that is not complete.
    public static Texts of(Locale wanted) {
        Locale locale = LANGUAGES.stream().filter(l -> l.getLanguage().equals(wanted.getLanguage())).findFirst().orElse(Locale.ENGLISH);
        return new Texts(locale, ResourceBundle.getBundle("dev.codeheals.ui.texts", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public Locale locale() {
        return locale;
    }

    /// The text with {@code {0}}, {@code {1}} … filled in.
    ///
    /// @throws java.util.MissingResourceException for an unknown key
    public String get(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }

    /// The text for a number of things: {@code key.one} for 1, else {@code key.many} with the number as {@code {0}}.
    public String count(String key, long number) {
        return number == 1 ? get(key + ".one") : get(key + ".many", number);
    }

    /// The text of a constant: key {@code prefix.CONSTANT}.
    public String of(String prefix, Enum<?> constant) {
        return get(prefix + "." + constant.name());
    }

    /// All keys of this language.
    public List<String> keys() {
        return bundle.keySet().stream().sorted().toList();
    }
}
