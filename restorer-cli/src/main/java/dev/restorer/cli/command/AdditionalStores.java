package dev.restorer.cli.command;

import dev.restorer.api.ProviderException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The modules in the directory of additional SHA stores. They are loaded only when stores are needed, and not with the
 * modules of the command: a JVM with a jar that it cannot load would end with a message of its own, for {@code --help}
 * too.
 */
final class AdditionalStores {

    private static final String REMEDY =
            "Let that directory hold the jars of SHA stores and of what they need, each once, and nothing else";

    private AdditionalStores() {}

    /**
     * Lets the current thread find the providers in the modules, besides those of the command.
     *
     * @param directory the directory with their jars
     * @throws ProviderException if they cannot be loaded
     */
    static void add(Path directory) {
        Thread.currentThread().setContextClassLoader(load(directory));
    }

    private static ClassLoader load(Path directory) {
        ModuleLayer command = ModuleLayer.boot();
        ClassLoader parent = AdditionalStores.class.getClassLoader();
        try {
            // A module that the command has too, such as SLF4J, is that of the command.
            Configuration stores =
                    command.configuration().resolveAndBind(ModuleFinder.of(), ModuleFinder.of(directory), Set.of());
            ModuleLayer layer = command.defineModulesWithOneLoader(stores, parent);
            return layer.modules().stream()
                    .findAny()
                    .map(Module::getClassLoader)
                    .orElse(parent);
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new ProviderException(
                    "The SHA stores in " + directory + " cannot be loaded: " + e.getMessage(),
                    REMEDY,
                    List.of(directory.toString()),
                    e);
        }
    }
}
