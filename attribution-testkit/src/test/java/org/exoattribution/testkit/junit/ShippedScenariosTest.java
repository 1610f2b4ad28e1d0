package org.exoattribution.testkit.junit;

/** The project's own scenario files: every case that the simulator was built from. */
@ScenarioSource("scenarios")
class ShippedScenariosTest implements ScenarioTests {}
