package io.github.artifactpublisher.layout;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Names made of few pieces, so that dangerous combinations are frequent. */
public final class Names {
    private static final String[] PIECES = {
        "a",
        "B",
        "9",
        ".",
        "..",
        "_",
        "-",
        "~",
        "/",
        "//",
        "\\",
        "%",
        "%2F",
        "#",
        "?",
        "&",
        "+",
        " ",
        "{",
        "}",
        "{slug}",
        "${env.SECRET}",
        "$(x)",
        "`x`",
        "'",
        "\"",
        ";",
        "|",
        "<",
        ">",
        "@",
        "@{",
        "^",
        ":",
        "*",
        "[",
        ".lock",
        ".gz",
        "manifest.json",
        "\t",
        "\n",
        "\0",
        "\u001b",
        "\u007f",
        "\u0085",
        "é",
        "e\u0301",
        "☃",
        "\ufffd",
        "\u202e",
        "😀",
        "\ud83d",
        "\ude00",
        "feature",
        "x".repeat(120),
        "ü".repeat(200)
    };

    private Names() {}

    /** Of 1 to 12 pieces; up to some 4,800 bytes. */
    public static Arbitrary<String> any() {
        Arbitrary<String> ofPieces =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(parts -> String.join("", parts));
        return Arbitraries.frequencyOf(
                Tuple.of(4, ofPieces),
                Tuple.of(1, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(30)));
    }

    /** A name that a mapping which is not careful makes the same of. */
    public static Arbitrary<String> near(String name) {
        return Arbitraries.of(PIECES)
                .flatMap(piece -> Arbitraries.of(
                        piece + name, name + piece, name + "%" + piece, name, name.strip(), percentEncoded(name)));
    }

    private static String percentEncoded(String name) {
        return Pattern.compile("[ -/:-@\\[-`{-~]")
                .matcher(name)
                .replaceAll(found -> String.format("%%%02X", (int) found.group().charAt(0)));
    }
}
