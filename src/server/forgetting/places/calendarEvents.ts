/** Events of his consultations, and others whose title names him: title, description and place; the hour and the guests stay. */

import { removedMark } from '../../../domain/client/personal/mask'
import type { Removal } from '../../../domain/client/personal/withoutPerson'
import type { Deal } from '../../../domain/deal/deal'
import { addressOf } from '../../desk/load'
import { readRegister } from '../../google/register/reader'
import { readRecord } from '../../google/register/records'
import { nothingFound, type Place, type Setting } from '../place'
import { readStanding } from '../rows'
import { eventTexts, setTexts } from './eventTexts'

/** Events that one portion looks at: a call for each. */
const atOnce = 10

export const calendarEvents: Place = {
  name: 'calendar',
  portion: (setting, from) => {
    const address = addressOf(setting.loaded)
    const ids = address.id === '' ? [] : eventsOf(setting)
    if (ids.length === 0) return nothingFound
    const changed = ids.slice(from, from + atOnce).flatMap(({ id, removal }) => {
      const texts = eventTexts(address, id)
      const masked = texts === null ? {} : maskedTexts(texts, removal)
      return Object.keys(masked).length === 0 ? [] : [{ id, masked }]
    })
    return {
      found: changed.length,
      next: from + atOnce < ids.length ? from + atOnce : null,
      write: () => {
        for (const { id, masked } of changed) setTexts(address, id, masked)
        return false
      },
    }
  },
}

interface Event {
  readonly id: string
  readonly removal: Removal
}

function eventsOf(setting: Setting): Event[] {
  const { loaded, scope, own, elsewhere } = setting
  const { rows } = readStanding(loaded, { Сделки: scope.deals, Клиенты: [] })
  const his = [...new Set(rows.map(({ fields }) => String((fields as Partial<Deal>).eventId ?? '')).filter((id) => id !== ''))]
  const read = readRegister(loaded.session.spreadsheetId, { whole: ['mirror'], rows: {}, columns: {} })
  const mirrored = (read.whole.mirror ?? []).map((cells, at) => readRecord('mirror', at + 2, cells, read.layouts.mirror ?? {}).fields)
  const named = mirrored.filter(({ id, title }) => !his.includes(String(id)) && elsewhere.mask(String(title)) !== title)
  return [...his.map((id) => ({ id, removal: own })), ...named.map(({ id }) => ({ id: String(id), removal: elsewhere }))]
}

type Texts = Readonly<Record<string, string>>

/** The mark's word would be read as a booking that is off. */
function maskedTexts(texts: Texts, { mask }: Removal): Texts {
  const made = Object.entries(texts).map(([key, text]) => [key, text, mask(text).split(removedMark).join('…')] as const)
  return Object.fromEntries(made.filter(([, text, masked]) => masked !== text).map(([key, , masked]) => [key, masked]))
}
