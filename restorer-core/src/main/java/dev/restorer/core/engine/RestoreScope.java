package dev.restorer.core.engine;

import dev.restorer.api.RestoreRequest;
import dev.restorer.core.decision.NameRules;
import dev.restorer.core.engine.log.LayersDirectoryLog;
import dev.restorer.core.layersdir.LayersDirectory;

/**
 * What the steps of one restore share.
 *
 * @param request what is to be restored
 * @param names the rules for names
 * @param operations tells listeners of each operation
 * @param layers the layers directory
 * @param directoryLog logs what cannot be changed in it
 * @param progress counts the layers that are completed
 */
record RestoreScope(
        RestoreRequest request,
        NameRules names,
        Operations operations,
        LayersDirectory layers,
        LayersDirectoryLog directoryLog,
        RestoreProgress progress) {

    static RestoreScope of(RestoreRequest request, NameRules names, Operations operations) {
        return new RestoreScope(
                request,
                names,
                operations,
                new LayersDirectory(request.layersDirectory(), request.owner()),
                new LayersDirectoryLog(),
                new RestoreProgress());
    }
}
