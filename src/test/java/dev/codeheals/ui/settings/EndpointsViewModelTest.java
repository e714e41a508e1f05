package dev.codeheals.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.ui.task.Work;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsViewModelTest {
    @TempDir
    Path folder;

    @Test
    void anAddressThatWasShownIsAnsweredThoughTheLastChoiceArrivesLater() {
        List<Runnable> slow = new ArrayList<>();
        Set<Integer> shown = new HashSet<>();
        try (Application application = Application.open(ApplicationOptions.offline(folder))) {
            EndpointsViewModel model = new EndpointsViewModel(application.endpoints(), new Chosen(), new Work(slow::add, Runnable::run, _ -> {}));
            model.stateProperty().subscribe(state -> state.serving().ifPresent(serving -> shown.add(serving.port())));
            model.port(0);
            model.onProperty().set(true);
            while (!slow.isEmpty()) {
                slow.removeFirst().run();
            }
            assertThat(shown).containsExactly(application.endpoints().serving().orElseThrow().port());
        }
    }

    private record Chosen() implements Preferences {
        @Override
        public String get(String name, String fallback) {
            return fallback;
        }

        @Override
        public void put(String name, String value) {}
    }
}
