package io.github.artifactpublisher.gzip;

import java.util.Arrays;

/**
 * The lengths of a Huffman code (Huffman 1952), found in one array (Moffat and Katajainen, "In-place calculation of
 * minimum-redundancy codes", 1995), then limited: what is too long is shortened, and shorter codes are lengthened until
 * all fit again. Not thread-safe.
 */
final class HuffmanLengths {
    private static final int LONGEST = 15;

    /** Frequency in the upper bits, symbol in the lower: sorted by frequency, then symbol. */
    private final long[] sorted;

    private final int[] tree;
    private final int[] lengthCounts = new int[LONGEST + 1];

    HuffmanLengths(int symbols) {
        this.sorted = new long[symbols];
        this.tree = new int[symbols];
    }

    void assign(int[] counts, int longest, int[] lengths) {
        Arrays.fill(lengths, 0);
        int leaves = sort(counts);
        if (leaves < 2) {
            // A decoder may want a code for a symbol that is alone, and even for one that never occurs.
            lengths[leaves == 0 ? 0 : symbol(0)] = 1;
            return;
        }
        joinPairs(leaves);
        depthsOfNodes(leaves);
        depthsOfLeaves(leaves);
        countLengths(leaves, longest);
        limit(longest);
        distribute(longest, lengths);
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

    /** Joins the two rarest again and again; a node that is joined becomes the index of its parent. */
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

    private void depthsOfNodes(int leaves) {
        tree[leaves - 2] = 0;
        for (int node = leaves - 3; node >= 0; node--) {
            tree[node] = tree[tree[node]] + 1;
        }
    }

    /** On each level, what is no inner node is a leaf. */
    private void depthsOfLeaves(int leaves) {
        int node = leaves - 2;
        int next = leaves - 1;
        int places = 1;
        for (int depth = 0; places > 0; depth++) {
            int inner = 0;
            while (node >= 0 && tree[node] == depth) {
                inner++;
                node--;
            }
            for (int leaf = places - inner; leaf > 0; leaf--) {
                tree[next--] = depth;
            }
            places = 2 * inner;
        }
    }

    private void countLengths(int leaves, int longest) {
        Arrays.fill(lengthCounts, 0);
        for (int leaf = 0; leaf < leaves; leaf++) {
            lengthCounts[Math.min(tree[leaf], longest)]++;
        }
    }

    /** Codes fit if the sum of 2^-length is at most 1 (Kraft 1949). */
    private void limit(int longest) {
        long sum = 0;
        for (int length = 1; length <= longest; length++) {
            sum += (long) lengthCounts[length] << (longest - length);
        }
        for (; sum > 1L << longest; sum--) {
            int length = longest - 1;
            while (lengthCounts[length] == 0) {
                length--;
            }
            // One code becomes two that are a bit longer, and one of the longest takes the second of them.
            lengthCounts[length]--;
            lengthCounts[length + 1] += 2;
            lengthCounts[longest]--;
        }
    }

    /** The rarest symbols get the longest codes. */
    private void distribute(int longest, int[] lengths) {
        int rank = 0;
        for (int length = longest; length > 0; length--) {
            for (int i = lengthCounts[length]; i > 0; i--) {
                lengths[symbol(rank++)] = length;
            }
        }
    }
}
