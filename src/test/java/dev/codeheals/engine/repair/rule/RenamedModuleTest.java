package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class RenamedModuleTest {
    private final RuleExamples examples = RuleExamples.of(new RenamedModule());

    @Test
    void renamesAModuleOfPython2() {
        examples.heals("""
                import Queue

                def make():
                    q = Queue.Queue()
                    return q

                assert make().empty()
                """, "import queue", "q = queue.Queue()");
    }

    @Test
    void renamesInAFromImport() {
        examples.heals("""
                from StringIO import StringIO

                assert StringIO("a").read() == "a"
                """, "from io import StringIO");
    }

    @Test
    void splitsUrllib2() {
        examples.heals("""
                from urllib2 import Request, URLError

                assert Request("http://a").full_url == "http://a" and URLError
                """, "from urllib.request import Request\nfrom urllib.error import URLError");
    }

    @Test
    void leavesOutAnAliasThatIsTheNewNameItself() {
        examples.heals("""
                import cPickle as pickle

                assert pickle.loads(pickle.dumps(1)) == 1
                """, "import pickle\n");
    }

    @Test
    void importsSplitPartsOfAModule() {
        examples.heals("""
                import urllib2

                def make(u):
                    return urllib2.Request(u), urllib2.quote(u)

                assert make("http://a b")[1] == "http%3A//a%20b"
                """, "urllib.request.Request(u)", "urllib.parse.quote(u)");
    }

    @Test
    void takesTheLibraryForABackport() {
        examples.heals("""
                import mock as mock

                assert mock.Mock(return_value=1)() == 1
                """, "import unittest.mock as mock");
    }

    @Test
    void renamesConfigParser() {
        examples.heals("""
                import ConfigParser

                def make():
                    return ConfigParser.ConfigParser()

                assert make().sections() == []
                """, "configparser.ConfigParser()");
    }

    @Test
    void leavesUnknownModulesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }

    @Test
    void leavesTargetsThatAreNotInstalledAlone() {
        examples.leavesAlone("""
                from BeautifulSoup import BeautifulSoup
                """);
    }

    @Test
    void leavesMisspellingsAlone() {
        examples.leavesAlone("""
                import jsn
                """);
    }
}
