/** What the import takes. */

export const importKinds = ['deals', 'staff', 'projects', 'workingCalendar'] as const
export type ImportKind = (typeof importKinds)[number]
