package dev.codeheals.ui.shell;

import dev.codeheals.ui.control.Action;
import dev.codeheals.ui.control.Screen;
import dev.codeheals.ui.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Where the user is and what can be done from everywhere.
public final class ShellViewModel {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private final Texts texts;
    private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>(Screen.LIVE);
    private final Map<Screen, IntegerProperty> badges = new EnumMap<>(Screen.class);
    private final List<Action> actions = new ArrayList<>();

    public ShellViewModel(Texts texts) {
        this.texts = texts;
        for (Screen each : Screen.values()) {
            badges.put(each, new SimpleIntegerProperty());
            actions.add(new Action("screen." + each.name(), each.shortcut(), () -> screen.set(each)));
        }
    }

    public ObjectProperty<Screen> screenProperty() {
        return screen;
    }

    /// The number beside a screen's name; 0 shows none.
    public IntegerProperty badge(Screen of) {
        return badges.computeIfAbsent(of, _ -> new SimpleIntegerProperty());
    }

    public void add(Action action) {
        actions.add(action);
    }

    public List<Action> actions() {
        return List.copyOf(actions);
    }

    /// Actions whose name holds every word of the text, in the order they were added.
    public List<Action> find(String text) {
        List<String> words = BLANKS.splitAsStream(text.toLowerCase(Locale.ROOT)).toList();
        return actions.stream().filter(action -> {
            String name = texts.get(action.key()).toLowerCase(Locale.ROOT);
            return words.stream().allMatch(name::contains);
        }).toList();
    }
}
