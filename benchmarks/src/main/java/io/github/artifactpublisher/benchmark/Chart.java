package io.github.artifactpublisher.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line chart as SVG. The legend is beside the plot, so that nothing overlaps. */
record Chart(String title, String xLabel, String yLabel, Scale scale, List<Series> series) {
    private static final List<String> COLOURS = List.of("#7f7f7f", "#1f77b4", "#2ca02c", "#d62728", "#ff9896");
    private static final int WIDTH = 880;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 590;
    private static final int TOP = 50;
    private static final int BOTTOM = 380;
    private static final int LEGEND = 615;
    private static final int LEGEND_LINE = 26;

    /** The scale of both axes. A linear vertical axis begins at zero; a linear horizontal axis has whole numbers. */
    enum Scale {
        LINEAR,
        LOGARITHMIC
    }

    record Point(double x, double y) {}

    record Series(String name, List<Point> points) {
        Series {
            points = points.stream()
                    .filter(point -> point.x() > 0 && point.y() > 0)
                    .toList();
        }
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
                        + " font-family='sans-serif' font-size='13' fill='#333333'>",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT);
        add(svg, "<rect width='%d' height='%d' fill='white'/>", WIDTH, HEIGHT);
        add(svg, "<text x='%d' y='28' font-size='16' font-weight='bold'>%s</text>", LEFT, escaped(title));
        if (values(Point::x).findAny().isPresent()) {
            axes(svg);
            IntStream.range(0, series.size()).forEach(index -> line(svg, index));
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (double tick : xTicks()) {
            add(
                    svg,
                    "<line x1='%1$.1f' y1='%2$d' x2='%1$.1f' y2='%3$d' stroke='#e0e0e0'/>"
                            + "<text x='%1$.1f' y='%4$d' text-anchor='middle'>%5$s</text>",
                    x(tick),
                    TOP,
                    BOTTOM,
                    BOTTOM + 20,
                    tickText(tick));
        }
        for (double tick : yTicks()) {
            add(
                    svg,
                    "<line x1='%2$d' y1='%1$.1f' x2='%3$d' y2='%1$.1f' stroke='#e0e0e0'/>"
                            + "<text x='%4$d' y='%5$.1f' text-anchor='end'>%6$s</text>",
                    y(tick),
                    LEFT,
                    RIGHT,
                    LEFT - 8,
                    y(tick) + 4,
                    tickText(tick));
        }
        add(svg, "<path d='M%d %dV%dH%d' fill='none' stroke='#333333'/>", LEFT, TOP, BOTTOM, RIGHT);
        add(
                svg,
                "<text x='%d' y='%d' text-anchor='middle'>%s</text>",
                (LEFT + RIGHT) / 2,
                BOTTOM + 44,
                escaped(xLabel));
        add(
                svg,
                "<text x='20' y='%1$d' text-anchor='middle' transform='rotate(-90 20 %1$d)'>%2$s</text>",
                (TOP + BOTTOM) / 2,
                escaped(yLabel));
    }

    private void line(StringBuilder svg, int index) {
        Series one = series.get(index);
        String colour = COLOURS.get(index % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (Point point : one.points()) {
            add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(point.x()), y(point.y()));
            add(svg, "<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>", x(point.x()), y(point.y()), colour);
        }
        add(
                svg,
                "<path d='%s' fill='none' stroke='%s' stroke-width='2'/>",
                path.toString().replace("\n", ""),
                colour);
        int height = TOP + 10 + index * LEGEND_LINE;
        add(
                svg,
                "<path d='M%d %dh24' stroke='%s' stroke-width='2'/><circle cx='%d' cy='%d' r='4' fill='%s'/>"
                        + "<text x='%d' y='%d'>%s</text>",
                LEGEND,
                height,
                colour,
                LEGEND + 12,
                height,
                colour,
                LEGEND + 32,
                height + 4,
                escaped(one.name()));
    }

    private double x(double value) {
        double low = values(Point::x).min().orElseThrow();
        double high = values(Point::x).max().orElseThrow();
        double padding = 30;
        double part = high == low ? 0.5 : (scaled(value) - scaled(low)) / (scaled(high) - scaled(low));
        return LEFT + padding + part * (RIGHT - LEFT - 2 * padding);
    }

    private double y(double value) {
        double[] ticks = yTicks();
        double low = scaled(ticks[0]);
        double high = scaled(ticks[ticks.length - 1]);
        return BOTTOM - (scaled(value) - low) / (high - low) * (BOTTOM - TOP);
    }

    private double scaled(double value) {
        return scale == Scale.LOGARITHMIC ? Math.log(value) : value;
    }

    /** A measured point. */
    private double[] xTicks() {
        return values(Point::x).distinct().sorted().toArray();
    }

    /** Labels of an axis that covers all values: powers of two, or about five round steps from zero. */
    private double[] yTicks() {
        double high = values(Point::y).max().orElseThrow();
        if (scale == Scale.LOGARITHMIC) {
            double low = values(Point::y).min().orElseThrow();
            int first = (int) Math.floor(Math.log(low) / Math.log(2));
            int last = Math.max(first + 1, (int) Math.ceil(Math.log(high) / Math.log(2)));
            return IntStream.rangeClosed(first, last)
                    .mapToDouble(power -> Math.pow(2, power))
                    .toArray();
        }
        double rough = high / 5;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = power
                * DoubleStream.of(1, 2, 5, 10)
                        .filter(f -> f * power >= rough)
                        .findFirst()
                        .orElse(10);
        return IntStream.rangeClosed(0, (int) Math.ceil(high / step))
                .mapToDouble(count -> count * step)
                .toArray();
    }

    private DoubleStream values(ToDoubleFunction<Point> value) {
        return series.stream().flatMap(one -> one.points().stream()).mapToDouble(value);
    }

    private static String tickText(double value) {
        String text = String.format(Locale.ROOT, value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void add(StringBuilder to, String format, Object... values) {
        to.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
