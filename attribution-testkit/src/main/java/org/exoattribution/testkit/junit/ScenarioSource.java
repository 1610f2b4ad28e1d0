package org.exoattribution.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the scenario files that a class of {@link ScenarioTests} runs. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScenarioSource {
  /**
   * Files, or folders whose {@code *.yaml}, {@code *.yml} and {@code *.json} files all are
   * scenarios. Relative paths count from the working directory: that of the module, under Maven and
   * Gradle.
   */
  String[] value();
}
