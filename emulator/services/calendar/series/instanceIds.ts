/** Ids of instances: of the series and the original start, in today's form or in one that nobody can take apart. */
import type { CalendarRules } from '../../../world/types'
import { compactInstant, type EventTime } from '../time'

type Form = CalendarRules['instanceIds']

/** `abc_R20261210T100000`, a series that «this and following» began, and `abc` have instances of the same name. */
export const baseOf = (seriesId: string): string => seriesId.replace(/_R\d{8}(T\d{6})?$/, '')

/** Id of the series that «this and following» begins at this instance. */
export const cutSeriesId = (seriesId: string, start: EventTime): string => `${baseOf(seriesId)}_R${compactInstant(start).replace('Z', '')}`

export const instanceId = (seriesId: string, originalStart: EventTime, form: Form): string => {
  const plain = `${baseOf(seriesId)}_${compactInstant(originalStart)}`
  return form === 'start' ? plain : closed(plain)
}

/** What an instance's id was made of, in whichever form; undefined for other ids. */
export const openInstanceId = (id: string): { readonly base: string; readonly tail: string } | undefined => {
  const match = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(opened(id) ?? id)
  return match ? { base: match[1] ?? '', tail: match[2] ?? '' } : undefined
}

const mark = 'vvvv'
const digits = '0123456789abcdefghijklmnopqrstuv'

// The order of the signs is turned round, so that ids of one series do not even begin alike.
const closed = (plain: string): string => {
  let bits = ''
  for (const byte of Buffer.from(plain).reverse()) bits += byte.toString(2).padStart(8, '0')
  const fives = bits.match(/.{1,5}/g) ?? []
  return mark + fives.map((five) => digits[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

const opened = (id: string): string | undefined => {
  if (!id.startsWith(mark)) return undefined
  const bits = [...id.slice(mark.length)].map((sign) => digits.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return Buffer.from(bytes.reverse()).toString()
}
