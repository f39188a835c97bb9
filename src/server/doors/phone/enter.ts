/** «Войти на этом устройстве»: the letter's link lets one device in, once. */

import { linkOf } from '../../../domain/office/access/access'
import { type Device, isLive, madeRoomFor, utcDay } from '../../../domain/office/access/device'
import { deviceName } from '../../../domain/office/access/deviceName'
import { digestOf } from '../../../domain/office/access/secrets'
import { linkState, type SignInLink } from '../../../domain/office/access/signInLink'
import { signInTexts } from '../../../domain/text/signInText.ru'
import type { PhoneAnswers, PhoneAsking, PhoneRefusal } from '../../../rpc/phoneContract'
import { loadDesk } from '../../desk/load'
import { StrangerError } from '../../desk/session'
import { forgetAccess, keepAccess } from '../../google/kept/accessStore'
import { underLock } from '../../google/lock'
import { storedProperties } from '../../google/spreadsheet'
import { refusedBy } from './refused'

type Enter = PhoneAsking<'enter'>
type Entered = PhoneAnswers['enter'] | PhoneRefusal

/** A wrong link costs one read of the properties; the lock and the register come after it. */
export function enter(input: Enter): Entered {
  const found = judged(input)
  return 'ok' in found ? found : underLock(() => letIn(input))
}

interface Good {
  readonly link: SignInLink
  /** Its secret's digest. */
  readonly digest: string
}

function judged({ link: given, secret }: Enter): (Good & ReturnType<typeof storedProperties>) | PhoneRefusal {
  const kept = storedProperties()
  const link = linkOf(kept.access, given)
  const digest = digestOf('device', secret, kept.access.key)
  const state = linkState(link, Date.now(), digest)
  if (state !== 'good' || link === undefined) return refusedBy(signInTexts.links[state === 'good' ? 'unknown' : state])
  return { ...kept, link, digest }
}

/** Looked at again: two may press at once. */
function letIn(input: Enter): Entered {
  const found = judged(input)
  if ('ok' in found) return found
  const { link, digest, access, spreadsheetId } = found
  const now = Date.now()
  const device: Device = {
    ...{ digest, email: link.email, tag: link.tag, name: deviceName(input.agent) },
    ...{ since: now, seen: utcDay(now) },
  }
  if (!stillWorks(spreadsheetId, device)) return refusedBy(signInTexts.links.unknown)
  // What else was sent to him lies in a mailbox: it opens nothing any more.
  const others = access.links.filter((one) => one.email === link.email && one.digest !== link.digest && one.used === '')
  keepAccess({ devices: [device], links: [link, ...others].map((one) => ({ ...one, used: digest })) })
  const before = access.devices.filter((one) => one.digest !== digest)
  forgetAccess({ devices: [...madeRoomFor(before, device), ...before.filter((one) => !isLive(one, now))] })
  return { ok: true }
}

function stillWorks(spreadsheetId: string, device: Device): boolean {
  try {
    loadDesk({ spreadsheetId, email: device.email, entry: 'телефон', device })
    return true
  } catch (error) {
    if (error instanceof StrangerError) return false
    throw error
  }
}
