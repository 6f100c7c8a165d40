/** A Spring Boot service that restores builds. */
package com.example.boot;
