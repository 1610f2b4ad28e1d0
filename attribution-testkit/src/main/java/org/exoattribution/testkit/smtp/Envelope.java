package org.exoattribution.testkit.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exoattribution.engine.AttributionEngine;
import org.exoattribution.model.Attribution;
import org.exoattribution.model.ForwardPath;
import org.exoattribution.model.InvalidValueException;
import org.exoattribution.model.Rejected;
import org.exoattribution.model.SimulatedConnection;
import org.exoattribution.model.SimulatedTransaction;
import org.exoattribution.model.SmtpReply;
import org.exoattribution.model.SmtpReply.Phase;

/**
 * A transaction under way. At each RCPT TO, what there is of it is resolved anew, as one
 * transaction (MULTI-1 to MULTI-3), in which the recipients that were refused count too: the rules
 * speak of the first recipient, not of the first that was taken.
 */
final class Envelope {
  private final AttributionEngine engine;
  private final SimulatedConnection.Builder connection;
  private final boolean internationalized;
  private final List<ForwardPath> recipients = new ArrayList<>();
  private final List<Attribution> attributions = new ArrayList<>();
  private final List<String> replies = new ArrayList<>();
  private int taken;

  Envelope(
      AttributionEngine engine, SimulatedConnection.Builder connection, boolean internationalized) {
    this.engine = engine;
    this.connection = connection;
    this.internationalized = internationalized;
  }

  boolean isInternationalized() {
    return internationalized;
  }

  Optional<Reply> add(ForwardPath recipient) {
    recipients.add(recipient);
    Attribution last = resolve().get(recipients.size() - 1);
    attributions.add(last);
    return rejection(last).filter(reply -> reply.phase() != Phase.END_OF_DATA).map(Reply::of);
  }

  private List<Attribution> resolve() {
    return engine.resolve(transaction());
  }

  void answered(String reply, boolean isTaken) {
    replies.add(reply);
    taken += isTaken ? 1 : 0;
  }

  int size() {
    return recipients.size();
  }

  /** Whether the message has anybody to go to, as far as RCPT TO decides. */
  boolean hasTaken() {
    return taken > 0;
  }

  /** Decides at the end of the content about the recipients taken so far: one for all. */
  Optional<Reply> end(Optional<String> headerFrom) {
    headerFrom.ifPresent(this::setHeaderFrom);
    List<Attribution> resolved = resolve();
    Optional<Reply> refusal = Optional.empty();
    for (int i = 0; i < resolved.size(); i++) {
      if (replies.get(i).startsWith("250")) {
        Attribution last = resolved.get(i);
        attributions.set(i, last);
        refusal = refusal.or(() -> rejection(last).map(Reply::of));
      }
    }
    return refusal;
  }

  private void setHeaderFrom(String field) {
    int bracket = field.lastIndexOf('<');
    try {
      connection.headerFrom(bracket < 0 ? field : field.substring(bracket));
    } catch (InvalidValueException e) {
      // Then there is no header-from domain.
    }
  }

  private static Optional<SmtpReply> rejection(Attribution attribution) {
    return attribution instanceof Rejected rejected
        ? Optional.of(rejected.reply())
        : Optional.empty();
  }

  SimulatedTransaction transaction() {
    return SimulatedTransaction.of(
        connection.rcptTo(recipients.get(0)).build(), recipients.subList(1, recipients.size()));
  }

  List<Attribution> attributions() {
    return attributions;
  }

  List<String> replies() {
    return replies;
  }
}
