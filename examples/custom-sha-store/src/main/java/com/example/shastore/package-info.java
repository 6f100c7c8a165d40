/** A SHA store in a database of one file. */
package com.example.shastore;
