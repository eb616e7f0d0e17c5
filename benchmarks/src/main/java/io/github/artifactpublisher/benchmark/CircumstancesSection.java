package io.github.artifactpublisher.benchmark;

import java.util.List;

/** The sections of the report with the machine, the versions, the inputs and the commands. */
final class CircumstancesSection {
    private final Results results;

    CircumstancesSection(Results results) {
        this.results = results;
    }

    void write(Markdown out) {
        machine(out);
        corpora(out);
        projects(out);
        commands(out);
    }

    private void machine(Markdown out) {
        out.heading("Machine and versions");
        out.table("", "");
        for (List<String> each : results.table("machine")) {
            out.row(each.get(0), each.get(1));
        }
        for (List<String> each : results.table("versions")) {
            out.row(each.get(0), each.get(1));
        }
    }

    private void corpora(Markdown out) {
        out.heading("Corpora");
        out.table("corpus", ">files", ">MB");
        for (List<String> each : results.table("corpora")) {
            out.row(each.get(0), each.get(1), megabytes(each.get(2)));
        }
    }

    private void projects(Markdown out) {
        out.heading("Generated projects");
        out.line("Each module has the same number of classes, tests and bytes.");
        out.line("");
        out.table("project", ">modules", ">classes", ">tests", ">MB of random bytes in the jar");
        for (Project project : results.projects()) {
            out.row(
                    project.corpus() + ", " + project.folder(),
                    String.valueOf(project.modules()),
                    String.valueOf(project.classes()),
                    String.valueOf(project.tests()),
                    megabytes(String.valueOf(project.bytes())));
        }
    }

    private void commands(Markdown out) {
        out.heading("Commands");
        for (List<String> each : results.table("commands")) {
            out.line("");
            out.line(Commands.title(each.get(0)).replace("**", "").replace("\\|", "|") + ":");
            out.line("");
            out.line("```sh");
            out.line(each.get(1));
            out.line("```");
        }
    }

    private static String megabytes(String bytes) {
        return Markdown.number(1, Double.parseDouble(bytes) / Markdown.MEGA);
    }
}
