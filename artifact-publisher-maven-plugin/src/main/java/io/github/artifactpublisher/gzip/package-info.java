/**
 * Deterministic gzip (RFC 1952): the output depends only on the input and the level, not on the machine or the JDK.
 *
 * <p>How the bytes pass through the classes:
 *
 * <ol>
 *   <li>{@link GzipWorkers} owns the threads. For each stream, a {@link ChunkQueue} cuts the input into {@link Chunk}s
 *       of 1 MiB, each with the {@link Window} before it as preset dictionary, and writes the compressed chunks in
 *       order as one {@link GzipMember}. {@link Crc32Combiner} computes the CRC-32 of the whole from those of the
 *       chunks.
 *   <li>{@link DeflateEncoder} compresses a chunk (RFC 1951). {@link LazyMatcher} turns it into {@link Sequences} of
 *       literals and matches, which {@link MatchFinder} finds with hash chains. {@link BlockSplitter} compares the
 *       {@link Entropy} of symbol {@link Histogram}s to decide where a new DEFLATE block begins. {@link BlockWriter}
 *       chooses the type of each block: stored, fixed or dynamic.
 *   <li>{@link HuffmanCode} and {@link HuffmanTree} compute the Huffman codes, {@link DynamicHeader} writes their code
 *       lengths, {@link SequenceWriter} and {@link BitWriter} write the symbols.
 * </ol>
 *
 * <p>{@link java.util.zip.Deflater} is not used, because its output depends on the zlib that the JDK is linked with:
 * two CI machines could make different objects of the same file. This encoder also makes smaller output in less time
 * (see {@code benchmarks/RESULTS.md}). Its methods are short and have few loops on purpose: most of a publishing JVM's
 * work is done before the JIT compiler has finished, and it compiles small methods sooner. When the same algorithm was
 * split into short methods, the first 100 MB in a new JVM took one seventh less CPU time.
 */
package io.github.artifactpublisher.gzip;
