package com.example.boot;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry points of the restorer, which are safe for use by all threads. */
@Configuration(proxyBeanMethods = false)
class RestorerConfiguration {

    @Bean
    LayerRestorer layerRestorer() {
        return LayerRestorer.load();
    }

    @Bean
    MetadataReader metadataReader() {
        return MetadataReader.load();
    }

    @Bean
    ReportFormat reportFormat() {
        return ReportFormat.load();
    }
}
