package dev.codeheals.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Completions for fish, from the commands as they are declared.
final class FishCompletion {
    private static final String NONE_YET = "__fish_use_subcommand";

    private FishCompletion() {}

    static String script(CommandSpec root) {
        StringBuilder out = new StringBuilder("# fish completion for codeheals\n");
        options(out, root, NONE_YET);
        subcommands(out, root, NONE_YET);
        for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
            String seen = "__fish_seen_subcommand_from " + command.getKey();
            CommandSpec spec = command.getValue().getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            if (!spec.subcommands().isEmpty()) {
                List<String> names = List.copyOf(spec.subcommands().keySet());
                subcommands(out, spec, seen + "; and not __fish_seen_subcommand_from " + String.join(" ", names));
            }
            options(out, spec, seen);
        }
        return out.toString();
    }

    private static void subcommands(StringBuilder out, CommandSpec of, String when) {
        of.subcommands().forEach((name, command) -> out.append(command.getCommandSpec().usageMessage().hidden() ? "" : subcommand(name, command, when)));
    }

    private static String subcommand(String name, CommandLine command, String when) {
        String what = first(command.getCommandSpec().usageMessage().description());
        return "complete -c codeheals -f -n '" + when + "' -a " + name + " -d '" + what + "'\n";
    }

    private static void options(StringBuilder out, CommandSpec of, String when) {
        for (OptionSpec option : of.options()) {
            out.append("complete -c codeheals -n '").append(when).append('\'');
            for (String name : option.names()) {
                out.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            out.append(option.arity().max() > 0 ? " -r" : "").append(" -d '").append(first(option.description())).append("'\n");
        }
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0].replace("\\", "\\\\").replace("'", "\\'").replace("%n", " ");
    }
}
