/** An application with the engine in an image of its own. */
package com.example.image;
