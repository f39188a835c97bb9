/** How an event repeats: the rule, and the last day of it. */
import { el } from '../dom'
import { labelled, pair, select } from './formParts'

const rules: readonly (readonly [string, string])[] = [
  ['', 'Не повторяется'],
  ['RRULE:FREQ=DAILY', 'Каждый день'],
  ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'По будням'],
  ['RRULE:FREQ=WEEKLY', 'Каждую неделю'],
  ['RRULE:FREQ=WEEKLY;INTERVAL=2', 'Раз в две недели'],
  ['RRULE:FREQ=MONTHLY', 'Каждый месяц'],
]

const until = /;UNTIL=(\d{4})(\d\d)(\d\d)(?:T\d+Z?)?/

export interface RepeatField {
  readonly element: HTMLElement
  /** '' = once; of an all-day event the last day has no hour. */
  readonly value: (allDay: boolean) => string
}

export const repeatField = (rule: string): RepeatField => {
  const base = rule.replace(until, '')
  const choice = select('rule', withOwn(base), base)
  const last = el('input', { name: 'until', type: 'date', value: until.exec(rule)?.slice(1, 4).join('-') ?? '' })
  const value = (allDay: boolean): string => {
    if (choice.value === '' || last.value === '') return choice.value
    return `${choice.value};UNTIL=${last.value.replaceAll('-', '')}${allDay ? '' : 'T235959Z'}`
  }
  const before = [choice.value, last.value].join()
  return {
    element: pair(labelled('Повтор', choice), labelled('Повторять до', last)),
    // Untouched it is what it was, to the letter.
    value: (allDay) => ([choice.value, last.value].join() === before ? rule : value(allDay)),
  }
}

/** A rule that the list does not have is shown as it is. */
const withOwn = (value: string): typeof rules =>
  rules.some(([key]) => key === value) ? rules : [...rules, [value, value.replace('RRULE:', '')]]
