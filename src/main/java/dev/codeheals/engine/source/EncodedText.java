package dev.codeheals.engine.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A source file's text with what is needed to write it back byte for byte.
///
/// The encoding is found as Python does (PEP 263): a byte-order mark, else a coding comment in the first two lines, else UTF-8. A text that declares
/// none and is no UTF-8, which Python refuses, is read in the old encoding it most likely has, so that it can be shown and mended.
public record EncodedText(String text, Charset charset, boolean byteOrderMark) {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int ESCAPE = 0x1B;
    private static final Pattern COOKIE = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]{1,40})", Pattern.MULTILINE);

    /// Decodes; empty where the bytes are not valid in their encoding or would not encode back to the same bytes.
    public static Optional<EncodedText> decode(byte[] bytes) {
        boolean mark = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, BOM, 0, 3);
        byte[] body = mark ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
        try {
            Optional<Charset> declared = mark ? Optional.of(StandardCharsets.UTF_8) : declared(body);
            Optional<EncodedText> read = read(bytes, body, mark, declared.orElse(StandardCharsets.UTF_8));
            return read.isPresent() || declared.isPresent() ? read : undeclared(bytes);
        } catch (UnsupportedCharsetException | IllegalCharsetNameException _) {
            return Optional.empty();
        }
    }

    /// Western text from before UTF-8; Windows alone has signs between 0x80 and 0x9F.
    private static Optional<EncodedText> undeclared(byte[] bytes) {
        boolean windows = false;
        for (byte b : bytes) {
            int sign = Byte.toUnsignedInt(b);
            if (sign < '\t' || (sign > '\r' && sign < ' ' && sign != ESCAPE)) {
                return Optional.empty();
            }
            windows |= sign >= 0x80 && sign <= 0x9F;
        }
        return read(bytes, bytes, false, windows ? Charset.forName("windows-1252") : StandardCharsets.ISO_8859_1);
    }

    private static Optional<EncodedText> read(byte[] bytes, byte[] body, boolean mark, Charset charset) {
        try {
            String text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body)).toString();
            EncodedText decoded = new EncodedText(text, charset, mark);
            return decoded.encode(text).filter(again -> Arrays.equals(again, bytes)).map(_ -> decoded);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// New text in the same encoding; empty if it holds a character the encoding lacks.
    public Optional<byte[]> encode(String newText) {
        try {
            ByteBuffer encoded = charset.newEncoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).encode(CharBuffer.wrap(newText));
            int head = byteOrderMark ? BOM.length : 0;
            byte[] bytes = new byte[head + encoded.remaining()];
            if (byteOrderMark) {
                System.arraycopy(BOM, 0, bytes, 0, head);
            }
            encoded.get(bytes, head, encoded.remaining());
            return Optional.of(bytes);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(byte[] body) {
        int lines = 0;
        int end = 0;
        while (end < body.length && end < 1024 && lines < 2) {
            if (body[end++] == '\n') {
                lines++;
            }
        }
        Matcher matcher = COOKIE.matcher(new String(body, 0, end, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).replace('_', '-');
        return Optional.of(switch (name.toLowerCase(Locale.ROOT)) {
            case "latin-1", "iso-latin-1", "l1" -> StandardCharsets.ISO_8859_1;
            case "utf8", "u8", "utf-8-sig" -> StandardCharsets.UTF_8;
            default -> Charset.forName(name);
        });
    }
}
