package io.ticketing.auth.user;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Sorts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** Finds many users at once. Whoever was deleted is not among them. */
@ApplicationScoped
public class UserLists {

    private final UserDocuments documents;

    UserLists(UserDocuments documents) {
        this.documents = documents;
    }

    /** So many users at most, the newest first; those behind the one with that id, if one is given. */
    public List<User> newestFirst(UserFilter filter, Optional<String> after, int most) {
        List<Bson> conditions = new ArrayList<>(List.of(Users.NOT_DELETED));
        filter.role().ifPresent(role -> conditions.add(eq("role", role)));
        filter.status().ifPresent(status -> conditions.add(eq("status", status)));
        filter.text()
                .map(UserLists::literally)
                .ifPresent(text -> conditions.add(or(regex("username", text, "i"), regex("email", text, "i"))));
        if (filter.requesting()) {
            conditions.add(exists("requestedRole"));
        }
        after.ifPresent(id -> conditions.add(lt("_id", id)));
        return documents
                .mongoCollection()
                .find(and(conditions))
                .sort(Sorts.descending("_id"))
                .limit(most)
                .map(UserDocument::user)
                .into(new ArrayList<>());
    }

    /** An expression that matches that text alone, whatever its characters mean in expressions. */
    private static String literally(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0");
    }
}
