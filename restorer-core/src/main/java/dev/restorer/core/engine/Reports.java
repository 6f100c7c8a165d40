package dev.restorer.core.engine;

import dev.restorer.api.BuildpackReport;
import dev.restorer.api.RestoreReport;
import java.util.ArrayList;
import java.util.List;

/** Joins the reports of the two halves of a restore. */
final class Reports {

    private Reports() {}

    static RestoreReport joined(RestoreReport metadata, RestoreReport contents) {
        List<BuildpackReport> joined = new ArrayList<>();
        for (int i = 0; i < metadata.buildpacks().size(); i++) {
            BuildpackReport known = metadata.buildpacks().get(i);
            joined.add(new BuildpackReport(
                    known.buildpack(),
                    known.folder(),
                    known.store(),
                    known.layers(),
                    contents.buildpacks().get(i).contents()));
        }
        return new RestoreReport(metadata.layersDirectory(), joined, contents.sbom(), contents.launchSbom());
    }
}
