package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesAndTextTest {
    private final RuleExamples examples = RuleExamples.of(new BytesAndText());

    @Test
    void aTextWrittenToABinaryFile() {
        examples.heals("""
                with open("out.bin", "wb") as out:
                    text = "a"
                    out.write(text)
                """, "encode()");
    }

    @Test
    void bytesJoinedWithText() {
        examples.heals("""
                data = b"a"
                assert "x" + data == "xa"
                """, "decode()");
    }

    @Test
    void textAddedToBytes() {
        examples.heals("""
                data = b"a"
                data += "b"
                assert data == b"ab"
                """, "b\"b\"");
    }

    @Test
    void bytesSplitByText() {
        examples.heals("""
                data = b"a,b"
                assert len(data.split(",")) == 2
                """, "b\",\"");
    }

    @Test
    void textHashed() {
        examples.heals("""
                import hashlib

                text = "a"
                assert len(hashlib.sha256(text).hexdigest()) == 64
                """, "encode()");
    }

    @Test
    void leavesNumbers() {
        examples.leavesAlone("""
                print("a" + 1)
                """);
    }

    @Test
    void leavesAList() {
        examples.leavesAlone("""
                print(b"a" + [1])
                """);
    }

    @Test
    void leavesAMissingFile() {
        examples.leavesAlone("""
                open("nothing.bin", "rb")
                """);
    }

    @Test
    void whichSideIsWrongTheTestDecides() {
        assertThat(examples.tryAll("""
                def packet(kind, body):
                    head = kind + ";"
                    return head + body

                assert packet("say", b"hi") == b"say;hi"
                """, "head.encode() + body")).anyMatch(outcome -> outcome.startsWith("PASS+"));
    }
}
