package org.exoattribution.testkit.jqwik;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Tries as many worlds as system property {@code attribution.worlds} says, if it is set. */
final class WorldsByProperty implements AroundPropertyHook {
  static final String PROPERTY = "attribution.worlds";

  /** From a class to its properties. */
  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    Integer worlds = Integer.getInteger(PROPERTY);
    if (worlds != null) {
      context.attributes().setTries(worlds);
    }
    return property.execute();
  }
}
