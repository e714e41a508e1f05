package dev.codeheals.engine.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.FailureScanner;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReBankerTest {
    private static final ProjectPaths PROJECT = new ProjectPaths(List.of("/home/user/shop"));
    private final ReBanker reBanker = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE);

    @Test
    void theSameFailureOnTwoMachinesHasOneHash() {
        String here = trace("/home/user/shop", "KeyError: 'total'");
        String there = trace("/Users/other/work/shop", "KeyError: 'total'");
        assertThat(sealed(here, PROJECT).hash()).isEqualTo(sealed(there, new ProjectPaths(List.of("/Users/other/work/shop"))).hash());
    }

    @Test
    void backslashesOfWindowsDoNotChangeTheHash() {
        String windows = trace("C:\\work\\shop", "KeyError: 'total'").replace("shop/app", "shop\\app").replace("app/cart.py", "app\\cart.py");
        assertThat(sealed(windows, new ProjectPaths(List.of("C:\\work\\shop"))).diagnosis().file()).isEqualTo("app/cart.py");
        assertThat(sealed(windows, new ProjectPaths(List.of("C:\\work\\shop"))).hash())
                .isEqualTo(sealed(trace("/home/user/shop", "KeyError: 'total'"), PROJECT).hash());
    }

    @Test
    void addressesTimesAndTemporaryNamesStayOutOfThePacket() {
        String first = "ValueError: <Order object at 0x7f3a5c2d1e50> from /tmp/tmpab12cd34/x.csv at 2024-05-01 10:00:00.123456 id 6a1c4e0e-8a46-4b0d-9f0e-2f3f5d1f6a10";
        String second = "ValueError: <Order object at 0x7ffc11112222> from /tmp/tmpzz98yy76/x.csv at 2025-01-02 11:11:11.654321 id 0b9d4e0e-8a46-4b0d-9f0e-2f3f5d1f6a99";
        assertThat(sealed(trace("/home/user/shop", first), PROJECT)).isEqualTo(sealed(trace("/home/user/shop", second), PROJECT));
    }

    @Test
    void theClusterNamesTheSubject() {
        assertThat(diagnosis("NameError: name 'json' is not defined").clusterId()).isEqualTo("RES.NAME_ERROR:json");
    }

    @Test
    void withoutASubjectTheClusterIsTheCode() {
        assertThat(diagnosis("ZeroDivisionError: division by zero").clusterId()).isEqualTo("NUM.ZERO_DIVISION");
    }

    @Test
    void unknownExceptionsOfTwoClassesAreTwoClusters() {
        assertThat(diagnosis("shop.errors.OutOfStock: apples").clusterId()).isEqualTo("UNK.NAMED:OutOfStock");
        assertThat(diagnosis("shop.errors.Rejected: on Sunday").clusterId()).isEqualTo("UNK.NAMED:Rejected");
    }

    @Test
    void whatOneFixHealsIsOneClusterWhereverItHappens() {
        Diagnosis one = diagnosis("ModuleNotFoundError: No module named 'yaml'");
        Diagnosis other = sealed(trace("/home/user/shop", "ModuleNotFoundError: No module named 'yaml'").replace("cart.py\", line 12", "menu.py\", line 99"), PROJECT).diagnosis();
        assertThat(one.clusterId()).isEqualTo(other.clusterId());
    }

    @Test
    void theInnermostFrameOfTheProjectIsThePlace() {
        String text = """
                Traceback (most recent call last):
                  File "/home/user/shop/app/cart.py", line 12, in pay
                    json.loads(text)
                  File "/usr/lib/python3.11/json/__init__.py", line 346, in loads
                    return _default_decoder.decode(s)
                  File "<frozen codecs>", line 10, in decode
                json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)
                """;
        Diagnosis diagnosis = sealed(text, PROJECT).diagnosis();
        assertThat(diagnosis.file()).isEqualTo("app/cart.py");
        assertThat(diagnosis.line()).isEqualTo(12);
        assertThat(diagnosis.function()).isEqualTo("pay");
    }

    @Test
    void aFrameworksWrapperIsJudgedByWhatTheProjectRaised() {
        Diagnosis diagnosis = sealed("""
                Traceback (most recent call last):
                  File "/srv/lib/python3.11/site-packages/discord/ext/commands/core.py", line 235, in wrapped
                    ret = await coro(*args, **kwargs)
                  File "/home/user/shop/bot/order.py", line 21, in order
                    await channel.send(text)
                AttributeError: 'NoneType' object has no attribute 'send'

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "/srv/lib/python3.11/site-packages/discord/ext/commands/core.py", line 244, in wrapped
                    raise CommandInvokeError(exc) from exc
                discord.ext.commands.errors.CommandInvokeError: Command raised an exception: AttributeError: 'NoneType' object has no attribute 'send'
                """, PROJECT).diagnosis();
        assertThat(diagnosis.exceptionType()).isEqualTo("discord.ext.commands.errors.CommandInvokeError");
        assertThat(diagnosis.clusterId()).isEqualTo("STA.NONE_ATTRIBUTE:send");
        assertThat(diagnosis.file() + ":" + diagnosis.line()).isEqualTo("bot/order.py:21");
    }

    @Test
    void aVirtualEnvironmentInsideTheProjectIsNotTheProject() {
        String text = """
                Traceback (most recent call last):
                  File "/home/user/shop/app/cart.py", line 12, in pay
                    requests.get(url)
                  File "/home/user/shop/.venv/lib/python3.11/site-packages/requests/api.py", line 73, in get
                    return request("get", url)
                requests.exceptions.MissingSchema: Invalid URL 'x': No scheme supplied.
                """;
        assertThat(sealed(text, PROJECT).diagnosis().file()).isEqualTo("app/cart.py");
    }

    @Test
    void aGroupIsJudgedByItsMostTellingMember() {
        String text = """
                  + Exception Group Traceback (most recent call last):
                  |   File "/home/user/shop/app/cart.py", line 3, in <module>
                  |     raise ExceptionGroup("two", [first, second])
                  | ExceptionGroup: two (2 sub-exceptions)
                  +-+---------------- 1 ----------------
                    | OSError: elsewhere
                    +---------------- 2 ----------------
                    | Traceback (most recent call last):
                    |   File "/home/user/shop/app/menu.py", line 7, in show
                    |     return names['soup']
                    | KeyError: 'soup'
                    +------------------------------------
                """;
        Diagnosis diagnosis = sealed(text, PROJECT).diagnosis();
        assertThat(diagnosis.exceptionType()).isEqualTo("ExceptionGroup");
        assertThat(diagnosis.clusterId()).isEqualTo("KEY.KEY_ERROR:soup");
        assertThat(diagnosis.file()).isEqualTo("app/menu.py");
    }

    @Test
    void mergedClustersCountFromTheNextFailureOn() {
        AtomicReference<ClusterRules> rules = new AtomicReference<>(ClusterRules.NONE);
        ReBanker live = new ReBanker(paths -> Taxonomy.builtIn(), rules::get);
        Failure failure = FailureScanner.scan(trace("/home/user/shop", "KeyError: 'total'")).getFirst();
        assertThat(live.classify(failure, PROJECT).diagnosis().clusterId()).isEqualTo("KEY.KEY_ERROR:total");
        rules.set(ClusterRules.NONE.merge("KEY.KEY_ERROR:total", "KEY.KEY_ERROR:sum"));
        assertThat(live.classify(failure, PROJECT).diagnosis().clusterId()).isEqualTo("KEY.KEY_ERROR:sum");
        assertThat(live.explain(failure, PROJECT).groupedBecause()).isEqualTo("You put KEY.KEY_ERROR:total into KEY.KEY_ERROR:sum.");
    }

    @Test
    void aSplitClusterSaysWhereItBelongs() {
        ReBanker own = new ReBanker(Taxonomy.builtIn(), ClusterRules.NONE.split("KEY.KEY_ERROR:total", "app/cart.py"));
        Failure failure = FailureScanner.scan(trace("/home/user/shop", "KeyError: 'total'")).getFirst();
        assertThat(own.classify(failure, PROJECT).diagnosis().clusterId()).isEqualTo("KEY.KEY_ERROR:total@app/cart.py");
        assertThat(own.explain(failure, PROJECT).groupedBecause()).isEqualTo("You made a group of its own of KEY.KEY_ERROR:total at app/cart.py.");
    }

    @Test
    void theWordsSayWhyThisCode() {
        Failure failure = FailureScanner.scan(trace("/home/user/shop", "NameError: name 'json' is not defined")).getFirst();
        Explanation words = reBanker.explain(failure, PROJECT);
        assertThat(words.whyThisCode()).contains("NameError").contains("is not defined");
        assertThat(words.groupedBecause()).contains("'json'");
        assertThat(words.tokens()).contains("json");
        assertThat(words.detector()).startsWith("NameError: ");
        assertThat(words.origin()).isEqualTo("res.json");
    }

    private Diagnosis diagnosis(String last) {
        return sealed(trace("/home/user/shop", last), PROJECT).diagnosis();
    }

    private SealedDiagnosis sealed(String text, ProjectPaths paths) {
        return reBanker.classify(FailureScanner.scan(text).getFirst(), paths);
    }

    private static String trace(String root, String last) {
        return "Traceback (most recent call last):\n  File \"" + root + "/app/cart.py\", line 12, in pay\n    work()\n" + last + "\n";
    }
}
