package io.github.artifactpublisher.maven.settings;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the fields that Maven sets in a goal or in a {@code <selection>}, so that no parameter can be forgotten. */
public final class ConfiguredFields {
    private ConfiguredFields() {}

    /**
     * Returns the values of the fields of an object that are neither static nor final: a constructor sets the final
     * ones.
     *
     * @param object the goal or the selection
     * @param end the superclass whose fields are not read
     * @param prefix the beginning of each name
     * @return the values by prefix and name of the field; null for a field that is not set
     */
    public static Map<String, Object> of(Object object, Class<?> end, String prefix) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Class<?> type = object.getClass(); type != end; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if ((field.getModifiers() & (Modifier.STATIC | Modifier.FINAL)) == 0) {
                    values.put(prefix + field.getName(), value(field, object));
                }
            }
        }
        return values;
    }

    private static Object value(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
