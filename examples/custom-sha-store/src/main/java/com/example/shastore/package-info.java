/** A SHA store in a database that is one file. */
package com.example.shastore;
