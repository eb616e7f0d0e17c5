/**
 * Gzip (RFC 1952) whose bytes depend on the input and the level alone, on all processors.
 *
 * <p>The way of the bytes, a class for each idea:
 *
 * <ol>
 *   <li>{@link GzipWorkers} has the threads; a {@link BlockQueue} for each stream cuts it into {@link Block}s of 1 MiB,
 *       each primed with the {@link Window} before it, and puts them together in order as a {@link GzipMember}, whose
 *       checksum {@link Crc32Sum} adds up.
 *   <li>{@link DeflateEncoder} encodes a block (RFC 1951): a {@link Parser} turns it into {@link Sequences} of literals
 *       and matches, which a {@link MatchFinder} finds; a {@link BlockSplitter} decides by {@link Entropy} where the
 *       statistics change so much that new codes pay; a {@link BlockWriter} chooses the form of each DEFLATE block.
 *   <li>{@link HuffmanCode} and {@link HuffmanLengths} make the codes, {@link CodeLengths} writes them down,
 *       {@link SequenceWriter} and {@link BitWriter} use them.
 * </ol>
 *
 * <p>Why not {@link java.util.zip.Deflater}: its bytes are those of the zlib that a JDK happens to be linked with, so
 * that two CI machines make two objects of one file; and this encoder makes smaller output in less time
 * ({@code benchmarks/RESULTS.md}). Its methods are short and its loops few on purpose: a publishing JVM is young, and
 * what the JIT compiler can compile in small pieces runs compiled sooner (split up, the same algorithm took a seventh
 * off the CPU time of the first 100 MB in a new JVM).
 */
package io.github.artifactpublisher.gzip;
