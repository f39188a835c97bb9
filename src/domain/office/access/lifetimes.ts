/** How long a link of a letter lets in, and how long somebody stays signed in. */

export const linkMinutes = 15
export const deviceDays = 30
