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
        assertThat(EncodedText.decode(new byte[] {'x', 0, (byte) 0xE9, '\n'})).isEmpty();
        assertThat(EncodedText.decode("# coding: utf-8\nx = 'é'\n".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @Test
    void anOldEncodingThatIsNotDeclaredIsGuessed() {
        byte[] windows = "price = '5 €'\n".getBytes(Charset.forName("windows-1252"));

        EncodedText text = EncodedText.decode(windows).orElseThrow();

        assertThat(text.text()).isEqualTo("price = '5 €'\n");
        assertThat(text.encode(text.text())).contains(windows);
        assertThat(EncodedText.decode("x = 'Straße'\n".getBytes(StandardCharsets.ISO_8859_1)).orElseThrow().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aCharacterTheEncodingLacksIsRefused() {
        EncodedText latin = EncodedText.decode("# coding: latin-1\n".getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();

        assertThat(latin.encode("# coding: latin-1\n'€'")).isEmpty();
    }
}
