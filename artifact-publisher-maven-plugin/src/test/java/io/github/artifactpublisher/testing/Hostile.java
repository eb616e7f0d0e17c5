package io.github.artifactpublisher.testing;

import io.github.artifactpublisher.store.StoreException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes values of any class of ours whose every text is {@link #TEXT}, as a server, a manifest, a branch or a file's
 * name could have it. A type that checks itself, and refuses the text, gets a harmless one.
 */
public final class Hostile {
    /** Begins lines, steers the terminal, turns the direction round, and holds commands of three CI servers. */
    public static final String TEXT =
            "::warning::a\n::error::b\r\n##vso[task.setvariable]c\u0085##teamcity[d]\u001b[31m\u009b2J\u202ee\u2028::debug::f ##[g]";

    private static final List<String> HARMLESS = List.of("a/b", "a", "0".repeat(40), "0".repeat(64), "0".repeat(32));

    private Hostile() {}

    /**
     * One instance for each constructor, and for each constant of an enum in it.
     *
     * @throws IllegalArgumentException naming the type that cannot be made
     */
    public static <T> List<T> all(Class<T> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .flatMap(constructor -> arguments(constructor.getGenericParameterTypes())
                        .flatMap(arguments -> made(constructor, arguments).stream()))
                .map(type::cast)
                .toList();
    }

    /** As many lists of arguments as the parameter with the most values has values. */
    private static Stream<Object[]> arguments(Type[] types) {
        List<List<Object>> values = Arrays.stream(types).map(Hostile::values).toList();
        int most = values.stream().mapToInt(List::size).max().orElse(1);
        return Stream.iterate(0, number -> number + 1)
                .limit(most)
                .map(number -> values.stream()
                        .map(list -> list.get(Math.min(number, list.size() - 1)))
                        .toArray());
    }

    private static Optional<Object> made(Constructor<?> constructor, Object[] arguments) {
        try {
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments));
        } catch (InvocationTargetException refused) {
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(constructor.toString(), e);
        }
    }

    private static List<Object> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            return List.of(generic(generic));
        } else if (!(type instanceof Class)) {
            return List.of(TEXT);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class || raw == Object.class) {
            return List.of(TEXT);
        } else if (raw == int.class || raw == Integer.class) {
            return List.of(2);
        } else if (raw == long.class || raw == Long.class) {
            return List.of(2L);
        } else if (raw == boolean.class || raw == Boolean.class) {
            return List.of(true, false);
        } else if (raw == Path.class) {
            return List.of(path());
        } else if (raw == Instant.class) {
            return List.of(Instant.EPOCH);
        } else if (raw == Duration.class) {
            return List.of(Duration.ofMinutes(1));
        } else if (raw == URI.class) {
            return List.of(URI.create("https://s3.example.com/"));
        } else if (raw.isEnum()) {
            return List.of(raw.getEnumConstants());
        } else if (raw == RuntimeException.class || raw == StoreException.class) {
            return List.of(instance(StoreException.class));
        } else if (raw == Throwable.class || raw == Exception.class) {
            return List.of(new IllegalStateException(TEXT));
        }
        return List.of(instance(raw));
    }

    private static Object generic(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return Optional.of(value(of[0]));
        } else if (raw == List.class) {
            return List.of(value(of[0]));
        } else if (raw == Set.class) {
            return Set.of(value(of[0]));
        } else if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            map.put(value(of[0]), value(of[1]));
            return map;
        }
        return instance(raw);
    }

    private static Object value(Type type) {
        return values(type).get(0);
    }

    /** Some values accept other texts only, or have a factory method only. */
    private static Object instance(Class<?> type) {
        if (type.isSealed()) {
            return value(type.getPermittedSubclasses()[0]);
        }
        return Stream.concat(all(type).stream(), harmless(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Teach Hostile to make a " + type));
    }

    private static Stream<?> harmless(Class<?> type) {
        Stream<?> byConstructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {String.class}))
                .flatMap(constructor ->
                        HARMLESS.stream().flatMap(text -> made(constructor, new Object[] {text}).stream()));
        Stream<?> byMethod = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type)
                .sorted(Comparator.comparing(Method::getName))
                .flatMap(Hostile::called);
        return Stream.concat(byConstructor, byMethod);
    }

    private static Stream<?> called(Method method) {
        return Stream.concat(Stream.of(TEXT), HARMLESS.stream()).flatMap(text -> {
            try {
                method.setAccessible(true);
                return Stream.of(method.invoke(
                        null,
                        Arrays.stream(method.getGenericParameterTypes())
                                .map(of -> of == String.class ? text : value(of))
                                .toArray()));
            } catch (ReflectiveOperationException | IllegalArgumentException refused) {
                return Stream.empty();
            }
        });
    }

    /** Windows takes no such name. */
    private static Path path() {
        return java.io.File.separatorChar == '\\' ? Path.of("##vso[a]::error::") : Path.of(TEXT);
    }

    /** The characters that split a line of a log or make it a command; none if the line is safe to print. */
    public static List<String> faults(String line) {
        return Stream.of("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "^[\\s\\p{Z}]*::", "##[A-Za-z]*\\[")
                .filter(pattern ->
                        java.util.regex.Pattern.compile(pattern).matcher(line).find())
                .collect(Collectors.toList());
    }
}
