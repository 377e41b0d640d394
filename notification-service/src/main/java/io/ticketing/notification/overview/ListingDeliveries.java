package io.ticketing.notification.overview;

import io.ticketing.notification.delivery.Deliveries;
import io.ticketing.notification.delivery.DeliveryState;
import io.ticketing.notification.delivery.ListedDeliveryDocument;
import io.ticketing.standing.KnownUser;
import io.ticketing.standing.KnownUsers;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.TimePlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds mails page by page, and to whom they go; however many they are, the recipients are looked up once. */
@ApplicationScoped
class ListingDeliveries {

    private final Deliveries deliveries;
    private final KnownUsers users;

    ListingDeliveries(Deliveries deliveries, KnownUsers users) {
        this.deliveries = deliveries;
        this.users = users;
    }

    /** The newest, or those behind that place, of one state or of any. */
    Page<DeliveryView> page(Optional<DeliveryState> state, Optional<TimePlace> after, int limit) {
        List<ListedDeliveryDocument> found = deliveries.newestFirst(state, after, limit + 1);
        Map<String, KnownUser> recipients = users.find(
                found.stream().map(ListedDeliveryDocument::recipientId).collect(Collectors.toSet()));
        List<DeliveryView> views = found.stream()
                .map(delivery -> DeliveryView.of(delivery, recipients.get(delivery.recipientId())))
                .toList();
        return Page.of(views, limit, last -> new TimePlace(last.createdAt(), last.id()).cursor());
    }
}
