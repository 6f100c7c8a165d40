/** The engine: reads metadata, decides what is restored, and writes the layers directory. */
module dev.restorer.core {
    requires dev.restorer.api;
    requires dev.restorer.files;
    requires com.github.luben.zstd_jni;
    requires org.slf4j;
    requires org.tomlj;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.toml;
    requires static jdk.jfr;
    requires static org.jspecify;

    provides dev.restorer.BaseImageRecorder with
            dev.restorer.core.baseimages.BaseImageRecording;
    provides dev.restorer.LayerRestorer with
            dev.restorer.core.engine.RestoreEngine;
    provides dev.restorer.MetadataReader with
            dev.restorer.core.engine.FileMetadataReader;
    provides dev.restorer.ReportFormat with
            dev.restorer.core.report.JsonReportFormat;
}
