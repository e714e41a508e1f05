package dev.codeheals.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodedTextTest {
    @Test
    void plainFilesAreUtf8() {
        byte[] bytes = "x = 'é'\r\n".getBytes(StandardCharsets.UTF_8);

        EncodedText text = EncodedText.decode(bytes).orElseThrow();

        assertThat(text.text()).isEqualTo("x = 'é'\r\n");
        assertThat(text.encode(text.text())).contains(bytes);
    }

    @Test
    void aCodingCommentIsHonoured() {
        byte[] bytes = "# -*- coding: cp1252 -*-\nx = '€'\n".getBytes(Charset.forName("windows-1252"));

        EncodedText text = EncodedText.decode(bytes).orElseThrow();

        assertThat(text.text()).contains("€");
        assertThat(text.encode("# -*- coding: cp1252 -*-\nx = '€€'\n").orElseThrow()).hasSize(bytes.length + 1);
    }

    @Test
    void aByteOrderMarkIsKept() {
        byte[] bytes = "\uFEFFx = 1\n".getBytes(StandardCharsets.UTF_8);

        EncodedText text = EncodedText.decode(bytes).orElseThrow();

        assertThat(text.text()).isEqualTo("x = 1\n");
        assertThat(text.encode("x = 1\n")).contains(bytes);
    }

    @Test
    void bytesThatAreNotTextAreRefused() {
        assertThat(EncodedText.decode(new byte[] {'x', (byte) 0xE9, '\n'})).isEmpty();
    }

    @Test
    void aCharacterTheEncodingLacksIsRefused() {
        EncodedText latin = EncodedText.decode("# coding: latin-1\n".getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();

        assertThat(latin.encode("# coding: latin-1\n'€'")).isEmpty();
    }
}
