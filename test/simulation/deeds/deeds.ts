/** All deeds by name. */
import { bookingDeeds } from './booking'
import { clientDeeds } from './clients'
import { consultantDeeds } from './consultants'
import type { Deed } from './deal'
import { directionDeeds } from './direction'
import { handDeeds } from './hands'
import { managerDeeds } from './managers'
import { partnerDeeds } from './partners'
import { platformDeeds } from './platform'

export const deeds: Readonly<Record<string, Deed>> = {
  ...clientDeeds,
  ...managerDeeds,
  ...bookingDeeds,
  ...consultantDeeds,
  ...directionDeeds,
  ...handDeeds,
  ...partnerDeeds,
  ...platformDeeds,
}
