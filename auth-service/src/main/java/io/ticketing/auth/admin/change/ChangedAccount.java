package io.ticketing.auth.admin.change;

import io.ticketing.auth.user.User;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.FieldError;
import io.ticketing.web.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** What a client is told of a change. */
public final class ChangedAccount {

    private ChangedAccount() {}

    /**
     * The user as he is now.
     *
     * @throws ProblemException 404 or 409 when nothing was done
     */
    public static User of(AccountChange change) {
        return switch (change) {
            case AccountChange.Changed(User user) -> user;
            case AccountChange.Unchanged(User user) -> user;
            case AccountChange.Unknown() -> throw new ProblemException(Failure.of(404, "There is no such user."));
            case AccountChange.LastAdmin() ->
                throw new ProblemException(Failure.of(
                        409,
                        "This is the last active administrator, who must stay one; make somebody else one first."));
            case AccountChange.Taken(String field) -> throw taken(field);
        };
    }

    private static ProblemException taken(String field) {
        String what = field.equals("email") ? "This e-mail address" : "This username";
        return new ProblemException(new Failure(
                409, what + " belongs to somebody else.", List.of(new FieldError(field, "is taken")), Map.of(), null));
    }
}
