package org.exoattribution.benchmark;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs the benchmarks and prints their tables. Arguments: {@code full} or {@code quick}, then the
 * tables that are wanted, such as {@code resolution heap}; none means all.
 */
final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException {
    List<String> given = Arrays.stream(arguments).map(a -> a.toUpperCase(Locale.ROOT)).toList();
    Scale scale = given.isEmpty() ? Scale.FULL : Scale.valueOf(given.get(0));
    List<Section> sections =
        given.size() < 2
            ? List.of(Section.values())
            : given.stream().skip(1).map(name -> Section.valueOf(name.replace('-', '_'))).toList();
    Measuring measuring = new Measuring(scale);
    System.out.printf("%s, %s%n", LocalDate.now(ZoneId.systemDefault()), machine());
    for (Section section : sections) {
      System.out.printf("%n%s:%n%n%s", section.title(), section.measured(measuring, scale));
    }
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, %s %s, %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        String.join(" ", Measuring.HEAP));
  }
}
