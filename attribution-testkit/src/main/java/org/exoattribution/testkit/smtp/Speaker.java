package org.exoattribution.testkit.smtp;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says replies in a session; every error ends in {@code [HOST TIME SESSION]}. */
record Speaker(Settings settings, Wire wire, String session) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  String say(Reply reply) throws IOException {
    String line = line(reply);
    wire.write(line);
    return line;
  }

  String line(Reply reply) {
    return line(reply, settings.host(), session, settings.clock().instant());
  }

  static String line(Reply reply, String host, String session, Instant at) {
    String plain = reply.code() + " " + reply.text();
    return reply.isError()
        ? plain + " [" + host + " " + TIME.format(at) + " " + session + "]"
        : plain;
  }

  void say(int code, List<String> lines) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      wire.write(code + (i < lines.size() - 1 ? "-" : " ") + lines.get(i));
    }
  }

  void greet() throws IOException {
    String date = DATE.format(settings.clock().instant());
    wire.write(
        "220 %s Microsoft ESMTP MAIL Service ready at %s [%s]"
            .formatted(settings.host(), date, session));
  }
}
