package org.xasnodes.core.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves out points of a long curve without changing how it looks: the range of x is cut into equal buckets, and of
 * each the lowest and the highest point are kept, so that no peak is lost. Cost O(n).
 */
final class CurveThinning {

    private CurveThinning() {
    }

    /**
     * @param x ascending positions
     * @param y values; points that are not finite are left out
     * @param maxPoints at least 4
     * @return indexes of the points to draw, ascending, at most so many; always the first and the last finite one
     */
    static int[] indexes(final double[] x, final double[] y, final int maxPoints) {
        final List<Integer> finite = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                finite.add(i);
            }
        }
        if (finite.size() > maxPoints) {
            return extremes(x, y, finite, (maxPoints - 2) / 2);
        }
        return finite.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] extremes(final double[] x, final double[] y, final List<Integer> points, final int buckets) {
        final var last = points.size() - 1;
        final var start = x[points.get(0)];
        final var range = x[points.get(last)] - start;
        final List<Integer> kept = new ArrayList<>();
        kept.add(points.get(0));
        for (int begin = 1; begin < last;) {
            final var bucket = bucket(x[points.get(begin)], start, range, buckets);
            var low = begin;
            var high = begin;
            var end = begin;
            while (end < last && bucket(x[points.get(end)], start, range, buckets) == bucket) {
                low = y[points.get(end)] < y[points.get(low)] ? end : low;
                high = y[points.get(end)] > y[points.get(high)] ? end : high;
                end++;
            }
            kept.add(points.get(Math.min(low, high)));
            if (low != high) {
                kept.add(points.get(Math.max(low, high)));
            }
            begin = end;
        }
        kept.add(points.get(last));
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int bucket(final double x, final double start, final double range, final int buckets) {
        return (int) Math.min(buckets - 1, Math.floor((x - start) / range * buckets));
    }
}
