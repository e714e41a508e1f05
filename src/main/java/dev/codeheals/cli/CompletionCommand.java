package dev.codeheals.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code completion}: a script that makes a shell complete commands and options.
@Command(name = "completion", mixinStandardHelpOptions = true, description = "Prints a script with which your shell completes commands and options.",
        footer = {"", "Examples:", "  codeheals completion bash > ~/.local/share/bash-completion/completions/codeheals",
            "  source <(codeheals completion zsh)    # in ~/.zshrc, after compinit",
            "  codeheals completion fish > ~/.config/fish/completions/codeheals.fish"})
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    /// The shells that are known.
    enum Shell { BASH, ZSH, FISH }

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
    Shell shell = Shell.BASH;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec.root()).commandLine();
        console.answer(switch (shell) {
            case BASH, ZSH -> AutoComplete.bash("codeheals", root).strip();
            case FISH -> FishCompletion.script(root.getCommandSpec()).strip();
        });
        return ExitCode.FINE;
    }
}
