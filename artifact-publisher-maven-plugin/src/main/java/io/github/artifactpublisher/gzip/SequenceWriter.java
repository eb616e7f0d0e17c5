package io.github.artifactpublisher.gzip;

/** Writes sequences with the Huffman codes of a block, for which it builds lookup tables. Not thread-safe. */
final class SequenceWriter {
    private final BitWriter out;

    /** For each literal, its code (lower 16 bits) and its code length (upper 16 bits). */
    private final int[] literals = new int[Symbols.END_OF_BLOCK];

    /** For each match length, its code together with its extra bits. */
    private final int[] lengths = new int[Symbols.MAX_MATCH + 1];

    /** For each match length, the number of bits of code and extra bits. */
    private final byte[] lengthWidths = new byte[Symbols.MAX_MATCH + 1];

    private HuffmanCode literalLengthCode;
    private HuffmanCode distanceCode;

    SequenceWriter(BitWriter out) {
        this.out = out;
    }

    /** Sets the Huffman codes of the next block. */
    void use(HuffmanCode literalLengths, HuffmanCode distances) {
        literalLengthCode = literalLengths;
        distanceCode = distances;
        for (int literal = 0; literal < literals.length; literal++) {
            literals[literal] = literalLengths.code(literal) | literalLengths.length(literal) << 16;
        }
        for (int length = Symbols.MIN_MATCH; length < lengths.length; length++) {
            int symbol = Symbols.lengthSymbol(length);
            int code = Symbols.FIRST_LENGTH_CODE + symbol;
            int width = literalLengths.length(code);
            lengths[length] = literalLengths.code(code) | (length - Symbols.lengthBase(symbol)) << width;
            lengthWidths[length] = (byte) (width + Symbols.lengthExtraBits(symbol));
        }
    }

    /**
     * Writes the first {@code count} sequences, the literals after them up to {@code to}, and the end-of-block symbol.
     */
    void write(byte[] data, int from, int to, Sequences sequences, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            at = write(data, at, sequences.literals[i], sequences.matches[i]);
        }
        out.putLiterals(data, at, to, literals);
        literalLengthCode.write(out, Symbols.END_OF_BLOCK);
    }

    private int write(byte[] data, int from, int literalRun, int match) {
        int at = from + literalRun;
        out.putLiterals(data, from, at, literals);
        int length = MatchFinder.length(match);
        int distance = MatchFinder.distance(match);
        int symbol = Symbols.distanceSymbol(distance);
        int width = lengthWidths[length];
        long bits = lengths[length] | (long) distanceCode.code(symbol) << width;
        width += distanceCode.length(symbol);
        bits |= (long) (distance - Symbols.distanceBase(symbol)) << width;
        out.put(bits, width + Symbols.distanceExtraBits(symbol));
        return at + length;
    }
}
