/** The number of the sheets' structure, and which older code may still write to it. */

/** Goes up by one with every new column, sheet or key; an older register is upgraded by the first run. */
export const schemaVersion = 13

/**
 * Code of this version and later may write to a register of today: what came since are further columns, found by heading, that may stay empty.
 * Raised to `schemaVersion` only where older code would write something wrong.
 */
export const oldestWriter = 8
