package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * Computes the code lengths of a Huffman code (Huffman 1952) in one array (Moffat and Katajainen, "In-place calculation
 * of minimum-redundancy codes", 1995). Then it limits them: codes that are too long are shortened, and shorter codes
 * are lengthened until the code is valid again. Not thread-safe.
 */
final class HuffmanTree {
    private static final int MAX_LENGTH = 15;

    /** The count in the upper bits, the symbol in the lower 16: sorted by count, then by symbol. */
    private final long[] sorted;

    private final int[] tree;
    private final int[] lengthCounts = new int[MAX_LENGTH + 1];

    HuffmanTree(int symbols) {
        this.sorted = new long[symbols];
        this.tree = new int[symbols];
    }

    /** Computes the code length of each symbol; 0 for a symbol with count 0. */
    void assignLengths(int[] counts, int maxLength, int[] lengths) {
        Arrays.fill(lengths, 0);
        int leaves = sort(counts);
        if (leaves < 2) {
            // Some decoders require at least one code, even if no symbol occurs.
            lengths[leaves == 0 ? 0 : symbol(0)] = 1;
            return;
        }
        joinPairs(leaves);
        computeInnerDepths(leaves);
        computeLeafDepths(leaves);
        countLengths(leaves, maxLength);
        limitLengths(maxLength);
        assignToSymbols(maxLength, lengths);
    }

    private int sort(int[] counts) {
        int leaves = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                sorted[leaves++] = (long) counts[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(sorted, 0, leaves);
        for (int i = 0; i < leaves; i++) {
            tree[i] = (int) (sorted[i] >>> 16);
        }
        return leaves;
    }

    private int symbol(int rank) {
        return (int) sorted[rank] & 0xffff;
    }

    /** Joins the two rarest nodes repeatedly; a joined node's entry becomes the index of its parent. */
    private void joinPairs(int leaves) {
        int node = 0;
        int leaf = 0;
        for (int next = 0; next < leaves - 1; next++) {
            int sum = 0;
            for (int half = 0; half < 2; half++) {
                if (leaf >= leaves || (node < next && tree[node] < tree[leaf])) {
                    sum += tree[node];
                    tree[node++] = next;
                } else {
                    sum += tree[leaf++];
                }
            }
            tree[next] = sum;
        }
    }

    private void computeInnerDepths(int leaves) {
        tree[leaves - 2] = 0;
        for (int node = leaves - 3; node >= 0; node--) {
            tree[node] = tree[tree[node]] + 1;
        }
    }

    /** On each level of the tree, the nodes that are not inner nodes are leaves. */
    private void computeLeafDepths(int leaves) {
        int node = leaves - 2;
        int next = leaves - 1;
        int slots = 1;
        for (int depth = 0; slots > 0; depth++) {
            int inner = 0;
            while (node >= 0 && tree[node] == depth) {
                inner++;
                node--;
            }
            for (int leaf = slots - inner; leaf > 0; leaf--) {
                tree[next--] = depth;
            }
            slots = 2 * inner;
        }
    }

    private void countLengths(int leaves, int maxLength) {
        Arrays.fill(lengthCounts, 0);
        for (int leaf = 0; leaf < leaves; leaf++) {
            lengthCounts[Math.min(tree[leaf], maxLength)]++;
        }
    }

    /** Makes the code valid again: the sum of 2^-length must be at most 1 (Kraft 1949). */
    private void limitLengths(int maxLength) {
        long sum = 0;
        for (int length = 1; length <= maxLength; length++) {
            sum += (long) lengthCounts[length] << (maxLength - length);
        }
        for (; sum > 1L << maxLength; sum--) {
            int length = maxLength - 1;
            while (lengthCounts[length] == 0) {
                length--;
            }
            // One code becomes two codes that are a bit longer; a code of maximum length moves to the second one.
            lengthCounts[length]--;
            lengthCounts[length + 1] += 2;
            lengthCounts[maxLength]--;
        }
    }

    /** Gives the maxLength codes to the rarest symbols. */
    private void assignToSymbols(int maxLength, int[] lengths) {
        int rank = 0;
        for (int length = maxLength; length > 0; length--) {
            for (int i = lengthCounts[length]; i > 0; i--) {
                lengths[symbol(rank++)] = length;
            }
        }
    }
}
