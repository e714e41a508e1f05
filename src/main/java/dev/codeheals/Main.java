package dev.codeheals;

import dev.codeheals.cli.CommandLineRun;
import dev.codeheals.cli.Desktop;
import java.util.List;

/// The one entry of the program: a subcommand runs headless, anything else opens the desktop.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        List<String> arguments = List.of(args);
        if (arguments.equals(List.of("--version"))) {
            System.out.println("codeheals " + CommandLineRun.version());
            return;
        }
        int code = Desktop.wanted(arguments) ? Desktop.open(arguments) : CommandLineRun.run(arguments);
        System.exit(code);
    }
}
