package io.github.artifactpublisher.gzip;

/** Writes sequences with the codes of a block, which it has laid out for that as tables. Not thread-safe. */
final class SequenceWriter {
    private final BitWriter out;

    /** For each literal its code in the lower half and the width of that in the upper. */
    private final int[] literals = new int[Symbols.END_OF_BLOCK];

    /** For each length the code with the extra bits, and the width of both. */
    private final int[] lengths = new int[Symbols.LONGEST_MATCH + 1];

    private final byte[] lengthWidths = new byte[Symbols.LONGEST_MATCH + 1];
    private HuffmanCode literalLengthCode;
    private HuffmanCode distanceCode;

    SequenceWriter(BitWriter out) {
        this.out = out;
    }

    void use(HuffmanCode literalLengths, HuffmanCode distances) {
        literalLengthCode = literalLengths;
        distanceCode = distances;
        for (int literal = 0; literal < literals.length; literal++) {
            literals[literal] = literalLengths.code(literal) | literalLengths.length(literal) << 16;
        }
        for (int length = Symbols.SHORTEST_MATCH; length < lengths.length; length++) {
            int symbol = Symbols.ofLength(length);
            int code = Symbols.FIRST_LENGTH + symbol;
            int width = literalLengths.length(code);
            lengths[length] = literalLengths.code(code) | (length - Symbols.lengthBase(symbol)) << width;
            lengthWidths[length] = (byte) (width + Symbols.lengthExtraBits(symbol));
        }
    }

    /** Writes the first sequences, the literals after them up to {@code to}, and the end of the block. */
    void write(byte[] data, int from, int to, Sequences sequences, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            at = write(data, at, sequences.literals[i], sequences.matches[i]);
        }
        out.putLiterals(data, at, to, literals);
        literalLengthCode.write(out, Symbols.END_OF_BLOCK);
    }

    private int write(byte[] data, int from, int run, int match) {
        int at = from + run;
        out.putLiterals(data, from, at, literals);
        int length = MatchFinder.length(match);
        int distance = MatchFinder.distance(match);
        int symbol = Symbols.ofDistance(distance);
        int width = lengthWidths[length];
        long bits = lengths[length] | (long) distanceCode.code(symbol) << width;
        width += distanceCode.length(symbol);
        bits |= (long) (distance - Symbols.distanceBase(symbol)) << width;
        out.put(bits, width + Symbols.distanceExtraBits(symbol));
        return at + length;
    }
}
