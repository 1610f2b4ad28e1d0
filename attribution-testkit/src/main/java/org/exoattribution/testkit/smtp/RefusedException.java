package org.exoattribution.testkit.smtp;

/** A command that is not obeyed; the session goes on, unless there are too many of them. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reply reply;

  RefusedException(Reply reply) {
    super(reply.text(), null, false, false); // which costs nothing
    this.reply = reply;
  }

  /** Refuses unless it holds. */
  static void unless(boolean holds, Reply reply) throws RefusedException {
    if (!holds) {
      throw new RefusedException(reply);
    }
  }

  /** What the client is told. */
  Reply reply() {
    return reply;
  }
}
