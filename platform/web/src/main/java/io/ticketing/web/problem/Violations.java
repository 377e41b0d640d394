package io.ticketing.web.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Names the fields that broke a constraint, as the caller knows them. */
final class Violations {

    private Violations() {}

    static List<FieldError> errors(ConstraintViolationException exception) {
        return exception.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /** A path is method, parameter, property…: the method goes, and the parameter too unless it is all there is. The body has no name. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        String properties = nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN)
                .map(Path.Node::toString)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("."));
        if (!properties.isEmpty()) {
            return properties;
        }
        return nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PARAMETER && !isBody(node, nodes.getFirst()))
                .map(Path.Node::getName)
                .findFirst()
                .orElse("body");
    }

    private static boolean isBody(Path.Node parameter, Path.Node method) {
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        return method.as(Path.MethodNode.class).getParameterTypes().get(index).isRecord();
    }
}
