package io.github.pagesmaven.requirement;

import io.github.pagesmaven.source.Import;

/**
 * An import that neither the sources nor the table explain; a resolved distribution may.
 *
 * @param module the dotted name that is looked for, {@code google.cloud.tasks}
 * @param place {@code cloud-functions/api/index.py:3:1}
 * @param statement the import
 */
public record PendingImport(String module, String place, Import statement) {}
