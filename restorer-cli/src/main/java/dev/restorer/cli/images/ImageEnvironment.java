package dev.restorer.cli.images;

import java.nio.file.Path;
import java.util.Map;

/**
 * The variables and files that credentials, certificates and proxies are read from.
 *
 * @param variables the environment variables
 * @param files the content of files that this process cannot read; see
 *     {@link dev.restorer.spi.ImageSourceConfiguration#files()}
 */
public record ImageEnvironment(Map<String, String> variables, Map<Path, byte[]> files) {}
