package io.github.pagesmaven.zip;

/**
 * What the headers of an entry tell about its bytes.
 *
 * @param method how they are compressed: 8 deflated, 0 stored
 * @param crc the checksum of the content
 * @param compressed bytes in the zip
 * @param size bytes of the content
 */
record ZipContent(int method, long crc, long compressed, long size) {}
