package io.ticketing.web.description;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Finds the record that a schema was made of. */
final class RecordsBySchema {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private final IndexView index;

    RecordsBySchema(IndexView index) {
        this.index = index;
    }

    /** The members of the record that is called like the schema and has the same members; empty when there is none. */
    Optional<Map<String, Member>> members(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        return index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && isCalled(type, name))
                .sorted(Comparator.comparing((ClassInfo type) -> givenName(type).isEmpty())
                        .thenComparing(ClassInfo::name))
                .map(type -> Member.of(type, index))
                .filter(members ->
                        members.keySet().equals(schema.getProperties().keySet()))
                .findFirst();
    }

    /** A generic record's schema has the names of its arguments behind its own. */
    private static boolean isCalled(ClassInfo type, String name) {
        return type.typeParameters().isEmpty()
                ? givenName(type).orElse(type.simpleName()).equals(name)
                : name.startsWith(type.simpleName());
    }

    private static Optional<String> givenName(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString);
    }
}
