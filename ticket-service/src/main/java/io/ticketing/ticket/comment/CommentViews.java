package io.ticketing.ticket.comment;

import io.ticketing.ticket.view.People;
import io.ticketing.ticket.view.PeopleLookup;
import io.ticketing.ticket.view.PersonView;
import io.ticketing.web.caller.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Shows comments to callers, with the names of those who made them. */
@ApplicationScoped
class CommentViews {

    private final PeopleLookup people;

    CommentViews(PeopleLookup people) {
        this.people = people;
    }

    CommentView of(Comment comment, Caller caller) {
        return of(List.of(comment), caller).getFirst();
    }

    List<CommentView> of(List<Comment> comments, Caller caller) {
        People authors = people.find(comments.stream().map(Comment::authorId).collect(Collectors.toSet()));
        return comments.stream().map(comment -> of(comment, authors, caller)).toList();
    }

    private static CommentView of(Comment comment, People authors, Caller caller) {
        PersonView author = authors.person(comment.authorId());
        return caller.isStaff() ? CommentView.forStaff(comment, author) : CommentView.forRequester(comment, author);
    }
}
