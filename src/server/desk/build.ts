/** Which build this is: pages are drawn by it, and a page of another one is told to reload. */

/** Written in by build.mjs. */
export const buildId = '__BUILD_ID__'
