/** Triggers of the script as ScriptApp makes, lists and deletes them: each account sees its own only (documented). */
import { type CoreHost, effectiveUser, isTriggerRun } from '../../run/host'
import { strict } from '../../run/strict'
import { texts, triggerLimits } from '../../world/limits'
import { ServiceError, type TriggerState } from '../../world/types'
import { notEmulated } from '../knownMembers'
import { clockBuilder } from './clockBuilder'

export interface Trigger {
  getHandlerFunction(): string
  getUniqueId(): string
  getEventType(): string
  getTriggerSource(): string
  getTriggerSourceId(): string | null
}

export const eventTypes: Readonly<Record<TriggerState['kind'], string>> = {
  clock: 'CLOCK',
  edit: 'ON_EDIT',
  change: 'ON_CHANGE',
  open: 'ON_OPEN',
  formSubmit: 'ON_FORM_SUBMIT',
  calendar: 'ON_EVENT_UPDATED',
}

function sourceOf(kind: TriggerState['kind']): string {
  if (kind === 'clock') return 'CLOCK'
  return kind === 'calendar' ? 'CALENDAR' : 'SPREADSHEETS'
}

function triggerView(host: CoreHost, trigger: TriggerState): Trigger {
  const spreadsheetId = trigger.kind === 'clock' ? null : host.state.boundSpreadsheetId
  return strict('Trigger', {
    getHandlerFunction: () => trigger.fn,
    getUniqueId: () => trigger.uid,
    getEventType: () => eventTypes[trigger.kind],
    getTriggerSource: () => sourceOf(trigger.kind),
    getTriggerSourceId: () => trigger.calendarId ?? spreadsheetId,
  })
}

type Wanted = Pick<TriggerState, 'kind' | 'everyMinutes' | 'daily' | 'nextAt' | 'calendarId'>

/** Google disables a trigger that a trigger's own run has made. */
const disabledBy = (host: CoreHost): { disabled?: string } =>
  isTriggerRun(host.invocation) ? { disabled: 'Disabled for an unknown reason.' } : {}

const ownTriggers = (host: CoreHost): TriggerState[] => {
  const owner = effectiveUser(host.state, host.invocation)
  return host.state.triggers.filter((trigger) => trigger.owner === owner)
}

function create(host: CoreHost, fn: string, wanted: Wanted): TriggerState {
  if (ownTriggers(host).length >= triggerLimits.perUserAndScript) throw new ServiceError(texts.tooManyTriggers)
  const owner = effectiveUser(host.state, host.invocation)
  const trigger: TriggerState = { uid: host.nextId(''), fn, owner, ...wanted, ...disabledBy(host) }
  host.state.triggers.push(trigger)
  return { ...trigger }
}

const made = (host: CoreHost, fn: string, wanted: Wanted): Trigger =>
  triggerView(
    host,
    host.gate.call('ScriptApp.newTrigger', () => create(host, fn, wanted)),
  )

export interface Creator {
  create(): Trigger
}

const creator = (host: CoreHost, fn: string, wanted: Wanted): Creator => strict('TriggerBuilder', { create: () => made(host, fn, wanted) })

function spreadsheetBuilder(host: CoreHost, fn: string): Record<'onEdit' | 'onChange' | 'onOpen' | 'onFormSubmit', () => Creator> {
  const of = (kind: TriggerState['kind']) => (): Creator => creator(host, fn, { kind })
  return strict('SpreadsheetTriggerBuilder', {
    onEdit: of('edit'),
    onChange: of('change'),
    onOpen: of('open'),
    onFormSubmit: of('formSubmit'),
  })
}

/** Only the bound spreadsheet can have triggers here: the world fires none for another. */
function requireBound(host: CoreHost, spreadsheet: string | { getId(): string }): void {
  const id = typeof spreadsheet === 'string' ? spreadsheet : spreadsheet.getId()
  if (id !== host.state.boundSpreadsheetId) throw notEmulated(`ScriptApp.forSpreadsheet of ${id}, which is not the bound one,`)
}

export function triggerBuilder(host: CoreHost, fn: string) {
  return strict('TriggerBuilder', {
    timeBased: () => clockBuilder(host, (clock) => made(host, fn, { kind: 'clock', ...clock })),
    forSpreadsheet: (spreadsheet: string | { getId(): string }) => {
      requireBound(host, spreadsheet)
      return spreadsheetBuilder(host, fn)
    },
    forUserCalendar: (calendarId: string) =>
      strict('CalendarTriggerBuilder', { onEventUpdated: () => creator(host, fn, { kind: 'calendar', calendarId: String(calendarId) }) }),
  })
}

export const listTriggers = (host: CoreHost): Trigger[] =>
  host.gate
    .call('ScriptApp.getProjectTriggers', () => ownTriggers(host).map((trigger) => ({ ...trigger })))
    .map((trigger) => triggerView(host, trigger))

export function deleteTrigger(host: CoreHost, trigger: Trigger): void {
  const uid = trigger.getUniqueId()
  host.gate.call('ScriptApp.deleteTrigger', () => {
    const own = new Set(ownTriggers(host))
    host.state.triggers = host.state.triggers.filter((known) => known.uid !== uid || !own.has(known))
  })
}
