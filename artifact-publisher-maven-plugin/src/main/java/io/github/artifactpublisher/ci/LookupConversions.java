package io.github.artifactpublisher.ci;

import io.github.artifactpublisher.git.CommitId;
import io.github.artifactpublisher.text.Sourced;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lookups of the table of CI servers that convert values or combine them. */
final class LookupConversions {
    private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    private LookupConversions() {}

    /** The value if the whole of it matches. */
    static Lookup matching(String regex, Lookup lookup) {
        return rewritten(regex, "$0", lookup);
    }

    /** The replacement ({@code $1} is the first group) if the whole value matches. */
    static Lookup rewritten(String regex, String replacement, Lookup lookup) {
        // Anchored, because a replacement looks for the shortest match of a reluctant part.
        Pattern pattern = Pattern.compile("\\A(?:" + regex + ")\\z", Pattern.DOTALL);
        return inputs -> lookup.in(inputs)
                .filter(found -> pattern.matcher(found.value()).matches())
                .map(found -> found.map(value -> pattern.matcher(value).replaceFirst(replacement)));
    }

    /** The URL of a page without query and fragment, in which a server may pass a token. */
    static Lookup page(String variable) {
        return rewritten("([^?#]*)(?:[?#].*)?", "$1", Lookup.variable(variable));
    }

    static Lookup withoutPrefix(String prefix, Lookup lookup) {
        return rewritten(Pattern.quote(prefix) + "(.+)", "$1", lookup);
    }

    /** The branch of a ref such as {@code refs/heads/x} or of a bare {@code x}; nothing for tags and other refs. */
    static Lookup branchOfRef(Lookup lookup) {
        return rewritten("(?:refs/heads/)?(?!refs/)(.+)", "$1", lookup);
    }

    /** The value if it is a commit id: some servers also build other systems than git, or write {@code HEAD}. */
    static Lookup commitOnly(Lookup lookup) {
        return inputs -> lookup.in(inputs).filter(found -> CommitId.isLegal(found.value()));
    }

    /**
     * The slug of a remote's URL.
     *
     * @throws CiValueException when looked up, if the URL has a path that is not a valid slug
     */
    static Lookup slugOfRemote(Lookup lookup) {
        return inputs -> lookup.in(inputs).flatMap(LookupConversions::slug);
    }

    private static Optional<Sourced<String>> slug(Sourced<String> url) {
        try {
            return RepositorySlug.fromRemote(url.value()).map(slug -> Sourced.of(slug.value(), url.source()));
        } catch (IllegalArgumentException malformed) {
            String withoutUser = url.value().substring(url.value().lastIndexOf('@') + 1);
            throw new CiValueException(Sourced.of(withoutUser, url.source()), malformed.getMessage());
        }
    }

    /**
     * A text in which names in braces are replaced by the values of variables (names with a dot: TeamCity's
     * parameters). Nothing if one is missing. A slash at the end of a value and another after its name become one.
     */
    static Lookup template(String text) {
        return inputs -> {
            StringBuilder result = new StringBuilder();
            Set<String> sources = new LinkedHashSet<>();
            Matcher name = NAME_IN_BRACES.matcher(text);
            while (name.find()) {
                Optional<Sourced<String>> found = named(name.group(1)).in(inputs);
                if (found.isEmpty()) {
                    return Optional.empty();
                }
                boolean slashFollows = text.startsWith("/", name.end());
                String value = found.get().value();
                String fitting = slashFollows && value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
                name.appendReplacement(result, Matcher.quoteReplacement(fitting));
                sources.add(found.get().source());
            }
            return Optional.of(Sourced.of(name.appendTail(result).toString(), String.join(", ", sources)));
        };
    }

    private static Lookup named(String name) {
        return name.contains(".") ? Lookup.property(name) : Lookup.variable(name);
    }
}
