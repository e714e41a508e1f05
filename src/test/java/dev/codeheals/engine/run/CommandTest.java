package dev.codeheals.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void wordsAreSplitAtBlanks() {
        assertThat(Command.parse("  python3  -m pytest -q ").arguments()).containsExactly("python3", "-m", "pytest", "-q");
    }

    @Test
    void quotesKeepBlanksTogether() {
        assertThat(Command.parse("python3 'my script.py' \"a \\\" b\" c\\ d").arguments())
                .containsExactly("python3", "my script.py", "a \" b", "c d");
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertThatThrownBy(() -> Command.parse("python3 'x")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("quote");
    }

    @Test
    void nothingIsNotACommand() {
        assertThatThrownBy(() -> Command.parse("   ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsShownCanBeTypedAgain() {
        Command command = Command.of("python3", "it's a file.py", "", "plain");

        assertThat(Command.parse(command.display())).isEqualTo(command);
    }
}
