/** Where people are signed in on phones and in browsers: each sees and ends his own, who keeps the settings everybody's. */

import { type Device, endsAt, utcDay } from '../../domain/office/access/device'
import { idOf } from '../../domain/office/access/secrets'
import { accept, refuse } from '../../domain/problem'
import { signInTexts } from '../../domain/text/signInText.ru'
import type { DeviceLine } from '../../rpc/deviceContract'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'

const withDevices = [() => ({}), () => ({ facts: ['signedIn' as const] })]

function shown({ facts, moment }: Known): readonly Device[] {
  const devices = facts.signedIn?.devices ?? []
  const isOwn = ({ email }: Device) => email.toLowerCase() === moment.who.email.toLowerCase()
  return forbidden(moment.who, 'settings') === null ? devices : devices.filter(isOwn)
}

/** Two calls; the newest first, this one before all. */
export const list = method('device/list', {
  may: 'read',
  reads: withDevices,
  look: (_input, known) => {
    const { desk, facts, moment } = known
    const here = facts.signedIn?.here ?? null
    const lineOf = (one: Device): DeviceLine => ({
      id: idOf(one.digest),
      name: one.name,
      who: desk.office.people.find(({ email }) => email.toLowerCase() === one.email.toLowerCase())?.name ?? one.email,
      isOwn: one.email.toLowerCase() === moment.who.email.toLowerCase(),
      isHere: one.digest === here?.digest,
      since: utcDay(one.since),
      seen: one.seen,
      until: utcDay(endsAt(one)),
    })
    const rank = ({ isHere, isOwn, since }: DeviceLine) => `${isHere ? 2 : isOwn ? 1 : 0}${since}`
    const devices = shown(known)
      .map(lineOf)
      .sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
    return accept({ devices, address: facts.signedIn?.address ?? '' })
  },
})

export const end = method('device/end', {
  may: 'read',
  reads: withDevices,
  deed: ({ id }, known) => {
    const found = shown(known).find(({ digest }) => idOf(digest) === id)
    if (found === undefined) return refuse({ code: 'badValue', title: signInTexts.device, why: signInTexts.noDevice })
    return accept({ kind: 'signOut', asked: [found] })
  },
  answer: (_done, { id }) => ({ ended: id }),
})
