package org.exoattribution.testkit.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proposed command line, read back as an administrator's shell would. */
record PowerShellLine(String cmdlet, Map<String, Value> parameters) {
  private static final Pattern PARAMETER =
      Pattern.compile(" -(\\w+) (@\\{Add=)?((?:\"(?:`.|[^`\"])*\",?)+|\\$\\w+)(\\})?");
  private static final Pattern STRING = Pattern.compile("\"((?:`.|[^`\"])*)\"");

  /** What a parameter is given; {@code adds} if the values join those that are there. */
  record Value(List<String> texts, boolean adds) {
    String text() {
      return texts.get(0);
    }

    boolean isTrue() {
      return text().equals("$true");
    }
  }

  static PowerShellLine parse(String line) {
    int space = line.indexOf(' ');
    Map<String, Value> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(line);
    int end = space;
    while (matcher.find()) {
      if (matcher.start() != end) {
        throw new IllegalArgumentException("cannot be read: " + line.substring(end));
      }
      end = matcher.end();
      String value = matcher.group(3);
      List<String> texts =
          value.startsWith("$")
              ? List.of(value)
              : STRING
                  .matcher(value)
                  .results()
                  .map(result -> result.group(1).replaceAll("`(.)", "$1"))
                  .toList();
      parameters.put(matcher.group(1), new Value(texts, matcher.group(2) != null));
    }
    if (end != line.length()) {
      throw new IllegalArgumentException("cannot be read: " + line.substring(end));
    }
    return new PowerShellLine(line.substring(0, space), parameters);
  }

  String text(String parameter) {
    return parameters.get(parameter).text();
  }
}
