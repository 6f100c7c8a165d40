package dev.restorer.cli.images;

import java.nio.file.Path;
import java.util.Map;

/**
 * What leads to credentials, certificates and proxies.
 *
 * @param variables the environment variables
 * @param files the content of files that this process cannot read; see
 *     {@link dev.restorer.spi.ImageSourceConfiguration#files()}
 */
public record ImageEnvironment(Map<String, String> variables, Map<Path, byte[]> files) {}
