package org.exoattribution.testkit.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What all commands have in common. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class AttributionCommand implements Callable<Integer> {
  final Terminal terminal;
  final Verbosity verbosity = new Verbosity();

  AttributionCommand(Terminal terminal) {
    this.terminal = terminal;
  }
}
