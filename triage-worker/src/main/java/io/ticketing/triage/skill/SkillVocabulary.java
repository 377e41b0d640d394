package io.ticketing.triage.skill;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The skills that the system knows by name, their other names, and the words that hint at them. Immutable. */
public final class SkillVocabulary {

    private final List<Skill> skills;
    private final Map<String, Skill> byKey;

    private SkillVocabulary(List<Skill> skills) {
        this.skills = List.copyOf(skills);
        this.byKey = new HashMap<>();
        skills.forEach(skill -> skill.names().forEach(name -> byKey.putIfAbsent(SkillName.key(name), skill)));
    }

    /** Reads a table, one skill a line; see the comment at its top. */
    public static SkillVocabulary parse(Stream<String> lines) {
        return new SkillVocabulary(lines.map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Skill::parse)
                .toList());
    }

    /** The one spelling of a skill: its name in the vocabulary, or for an unknown skill its words in lower case, joined by hyphens. */
    public String normalised(String skill) {
        return known(skill).orElseGet(() -> SkillName.plain(requireNonNull(skill, "skill")));
    }

    /** The vocabulary's name for it, or empty when the vocabulary does not have it. */
    public Optional<String> known(String skill) {
        return Optional.ofNullable(byKey.get(SkillName.key(skill))).map(Skill::name);
    }

    /** All that somebody with these skills can do: the skills in their one spelling, and the broader ones that they imply. */
    public Set<String> covered(Collection<String> owned) {
        return owned.stream()
                .map(this::normalised)
                .flatMap(skill -> Stream.concat(Stream.of(skill), broader(skill)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How often the text names each skill or something that hints at it; skills that it does not touch are absent. */
    public Map<String, Integer> mentions(String text) {
        return skills.stream()
                .map(skill -> Map.entry(skill.name(), skill.mentions(text)))
                .filter(found -> found.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The names of all skills, in the table's order. */
    public List<String> names() {
        return skills.stream().map(Skill::name).toList();
    }

    private Stream<String> broader(String name) {
        Skill skill = byKey.get(SkillName.key(name));
        return skill == null ? Stream.empty() : skill.broader().stream();
    }
}
