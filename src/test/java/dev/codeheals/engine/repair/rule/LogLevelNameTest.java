package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LogLevelNameTest {
    private final RuleExamples examples = RuleExamples.of(new LogLevelName());

    @Test
    void aLevelFromTheCommandLine() {
        examples.heals("""
                import argparse
                import logging

                parser = argparse.ArgumentParser()
                parser.add_argument("--log", default="warning")
                options = parser.parse_args([])
                logging.basicConfig(level=options.log)
                assert logging.getLogger().level == logging.WARNING
                """, "level=options.log.upper()");
    }

    @Test
    void aLevelWrittenSmall() {
        examples.heals("""
                import logging

                log = logging.getLogger("mail")
                log.setLevel("info")
                assert log.isEnabledFor(logging.INFO)
                """, "setLevel(\"INFO\")");
    }

    @Test
    void aLevelFromSettingsWithBlanks() {
        examples.heals("""
                import logging

                def quiet(settings):
                    handler = logging.StreamHandler()
                    handler.setLevel(settings["level"])
                    return handler.level

                assert quiet({"level": " error "}) == 40
                """, "settings[\"level\"].strip().upper()");
    }

    @Test
    void aLevelNobodyKnows() {
        examples.leavesAlone("""
                import logging

                logging.getLogger("x").setLevel("LOUD")
                """);
    }

    @Test
    void anotherKindOfLevel() {
        examples.leavesAlone("""
                def choose(level):
                    raise ValueError("Unknown stage: 'info'")

                choose(level="info")
                """);
    }

    @Test
    void aLevelPassedOn() {
        examples.heals("""
                import logging
                def speak(how):
                    logging.getLogger('a').setLevel(how)
                speak('critical')
                """, "setLevel(how.upper())");
    }

    @Test
    void aLevelByKeyword() {
        examples.heals("""
                import logging
                logging.basicConfig(format='%(message)s', level='debug')
                """, "level='DEBUG'");
    }

    @Test
    void aLevelThatIsRight() {
        examples.leavesAlone("""
                import logging
                logging.basicConfig(level='INFO')
                int('x')
                """);
    }
}
