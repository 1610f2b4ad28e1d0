package org.exoattribution.testkit.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.exoattribution.testkit.jqwik.EngineAgainstReference;
import org.exoattribution.testkit.jqwik.World;

/**
 * Loads the engine a second time, some of its classes from a folder, and with it what is compiled
 * against it and takes part in the comparison. The model and all else are those of the tests, so
 * that worlds can be handed over.
 */
final class EngineLoader extends ClassLoader {
  private static final List<String> PACKAGES =
      List.of("org.exoattribution.engine.", "org.exoattribution.testkit.reference.");
  private static final List<Class<?>> CLASSES =
      List.of(Comparison.class, EngineAgainstReference.class, World.class);

  private final Path folder;

  private EngineLoader(Path folder) {
    super(EngineLoader.class.getClassLoader());
    this.folder = folder;
  }

  /** The comparison of an engine of which the classes in the folder take precedence. */
  @SuppressWarnings("unchecked") // the one type that Comparison has
  static Function<List<PlainWorld>, Optional<String>> comparisonWith(Path folder)
      throws ReflectiveOperationException {
    return (Function<List<PlainWorld>, Optional<String>>)
        new EngineLoader(folder)
            .loadClass(Comparison.class.getName())
            .getConstructor()
            .newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isOwn(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }
  }

  private static boolean isOwn(String name) {
    return PACKAGES.stream().anyMatch(name::startsWith)
        || CLASSES.stream().anyMatch(own -> own.getName().equals(name));
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    Path mutated = folder.resolve(file);
    try (InputStream in =
        Files.exists(mutated)
            ? Files.newInputStream(mutated)
            : getParent().getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
