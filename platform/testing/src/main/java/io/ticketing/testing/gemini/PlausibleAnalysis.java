package io.ticketing.testing.gemini;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sensible model would say of a ticket: decided by the words in it, the same each time. */
final class PlausibleAnalysis {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TICKET = Pattern.compile("<ticket>(.*)</ticket>", Pattern.DOTALL);
    private static final Pattern HIGH = words("urgent|outage|down|crash(es|ed)?|data loss|production|security|breach");
    private static final Pattern LOW = words("typo|question|how do i|minor|cosmetic|feature request|when possible");
    private static final Map<String, Pattern> SKILLS = new TreeMap<>(Map.of(
            "authentication", words("log ?in|sign ?in|password|oauth|sso|jwt|session"),
            "database", words("mongo(db)?|sql|postgres|mysql|database|query|index"),
            "devops", words("deploy(ment)?|docker|kubernetes|pipeline|server"),
            "email", words("e-?mails?|smtp|inbox|newsletter"),
            "javascript", words("javascript|typescript|node(\\.?js)?|npm"),
            "networking", words("network|vpn|wi-?fi|dns|firewall|proxy"),
            "payments", words("pay(ment|ments)?|invoices?|billing|card|refund"),
            "python", words("python|django|flask|pip"),
            "react", words("react|css|browser|front-?end|button|page")));

    private PlausibleAnalysis() {}

    /** The analysis of the ticket between {@code <ticket>} marks, or of the whole prompt when there are none. */
    static ObjectNode of(String prompt) {
        Matcher marked = TICKET.matcher(prompt);
        String ticket = (marked.find() ? marked.group(1) : prompt).strip();
        List<String> skills = SKILLS.entrySet().stream()
                .filter(skill -> skill.getValue().matcher(ticket).find())
                .map(Map.Entry::getKey)
                .limit(5)
                .toList();
        ObjectNode analysis = JSON.createObjectNode()
                .put("summary", "The requester reports: " + firstLine(ticket))
                .put("priority", priority(ticket))
                .put("helpfulNotes", notes(skills))
                .put("confidence", skills.isEmpty() ? 0.4 : 0.9);
        skills.forEach(analysis.putArray("relatedSkills")::add);
        return analysis;
    }

    private static String priority(String ticket) {
        if (HIGH.matcher(ticket).find()) {
            return "high";
        }
        return LOW.matcher(ticket).find() ? "low" : "medium";
    }

    private static String notes(List<String> skills) {
        return skills.isEmpty()
                ? "Ask the requester for the steps that lead to the problem."
                : "Reproduce it first, then look at: " + String.join(", ", skills) + ".";
    }

    private static String firstLine(String ticket) {
        String line = ticket.lines().findFirst().orElse("nothing");
        return line.length() > 160 ? line.substring(0, 160) : line;
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(" + alternatives.toLowerCase(Locale.ROOT) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
