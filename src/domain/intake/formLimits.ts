/** Bounds of the centre's own form, characters, inclusive: those of the fields that its answers go to. */

export const formLimits = { line: 500, text: 10_000, otherTime: 200, hours: 3 } as const
