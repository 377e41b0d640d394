package io.ticketing.ticket.bad;

import org.bson.types.ObjectId;

record Weight(ObjectId id) {}
