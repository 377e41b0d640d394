package io.ticketing.web.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ticketing.web.input.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * A member of a JSON object, as the record that it is read into or written from has it.
 *
 * @param mayBeNull whether its value may be null
 * @param mayLack whether an answer may be without it
 * @param text the rule of the text that it holds, if any
 * @param textOfItems the rule of the texts in the list that it holds, if any
 */
record Member(boolean mayBeNull, boolean mayLack, Optional<TextRule> text, Optional<TextRule> textOfItems) {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName TEXT = DotName.createSimple(Text.class);
    private static final DotName LEFT_OUT = DotName.createSimple(JsonInclude.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName NAMED = DotName.createSimple(JsonProperty.class);

    /** A record's members by their JSON names, in their order; the members of what is unwrapped are among them. */
    static Map<String, Member> of(ClassInfo type, IndexView index) {
        return of(type, index, false);
    }

    private static Map<String, Member> of(ClassInfo type, IndexView index, boolean mayLack) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            FieldInfo field = type.field(component.name());
            boolean nullable =
                    field.type().hasAnnotation(NULLABLE) && field.type().kind() != Type.Kind.TYPE_VARIABLE;
            if (field.hasAnnotation(UNWRAPPED)) {
                members.putAll(of(index.getClassByName(field.type().name()), index, mayLack || nullable));
            } else {
                members.put(name(field), of(field, nullable, mayLack));
            }
        }
        return members;
    }

    private static Member of(FieldInfo field, boolean nullable, boolean mayLack) {
        boolean leftOut = nullable && field.hasAnnotation(LEFT_OUT);
        Optional<TextRule> ofItems = field.type().kind() == Type.Kind.PARAMETERIZED_TYPE
                ? rule(field.type().asParameterizedType().arguments().getFirst().annotation(TEXT))
                : Optional.empty();
        return new Member(
                nullable && !leftOut,
                mayLack || leftOut,
                ofItems.isPresent() ? Optional.empty() : rule(field.annotation(TEXT)),
                ofItems);
    }

    private static String name(FieldInfo field) {
        return Optional.ofNullable(field.annotation(NAMED))
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asString)
                .orElse(field.name());
    }

    private static Optional<TextRule> rule(@Nullable AnnotationInstance text) {
        return Optional.ofNullable(text).map(TextRule::of);
    }
}
