package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltSettingTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltSetting());

    @Test
    void aSection() {
        examples.heals("""
                import configparser

                parser = configparser.ConfigParser()
                parser.read("app.ini")
                assert parser["databse"]["host"] == "localhost"
                #--- app.ini
                [database]
                host = localhost
                """, "parser[\"database\"]");
    }

    @Test
    void aSectionByMethod() {
        examples.heals("""
                from configparser import ConfigParser

                def level(path):
                    settings = ConfigParser()
                    settings.read(path)
                    return settings.get("loging", "level")

                assert level("setup.cfg") == "INFO"
                #--- setup.cfg
                [logging]
                level = INFO
                """, "\"logging\", \"level\"");
    }

    @Test
    void anOption() {
        examples.heals("""
                import configparser

                class Server:
                    def __init__(self, path):
                        self.config = configparser.ConfigParser()
                        self.config.read(path)
                        self.port = self.config.getint("server", "prot")

                assert Server("server.ini").port == 8080
                #--- server.ini
                [server]
                port = 8080
                """, "\"server\", \"port\"");
    }

    @Test
    void anOptionOfASection() {
        examples.heals("""
                import configparser

                config = configparser.ConfigParser()
                config.read_string(open("mail.conf").read())
                mail = config["smtp"]
                assert mail["recipient"].endswith("@example.org")
                assert mail["sendr"] == "me@example.org"
                #--- mail.conf
                [smtp]
                recipient = you@example.org
                sender = me@example.org
                """, "mail[\"sender\"]");
    }

    @Test
    void aNameThatIsUsedTwice() {
        examples.heals("""
                import configparser
                import sys

                NAME = "expot"
                parser = configparser.RawConfigParser()
                parser.read("tool.ini")
                folder = parser.get(NAME, "folder")
                assert folder == "out"
                #--- tool.ini
                [export]
                folder = out
                """, "NAME = \"export\"");
    }

    @Test
    void notWithoutASettingsFile() {
        examples.leavesAlone("""
                import configparser
                configparser.ConfigParser().get("server", "port")
                """);
    }

    @Test
    void notForAnotherName() {
        examples.leavesAlone("""
                import configparser

                parser = configparser.ConfigParser()
                parser.read("some.ini")
                parser["queue"]
                #--- some.ini
                [window]
                size = 3
                """);
    }

    @Test
    void notForAKeyOfItsOwn() {
        examples.leavesAlone("""
                stock = {"nails": 3}
                stock["screws"]
                #--- shop.ini
                [paint]
                red = 1
                """);
    }
}
