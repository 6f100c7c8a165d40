/** A platform that restores many builds in one JVM. */
package com.example.embedder;
