/** ScriptApp: installing and removing triggers, the web app's address, scopes. */
import type { CoreHost } from '../../run/host'
import { effectiveUser } from '../../run/host'
import { strict } from '../../run/strict'
import { texts, triggerLimits } from '../../world/limits'
import type { TriggerState } from '../../world/types'
import { ServiceError } from '../../world/types'

interface Trigger {
  getHandlerFunction(): string
  getUniqueId(): string
  getEventType(): string
  getTriggerSource(): string
  getTriggerSourceId(): string | null
}

const eventTypes: Readonly<Record<TriggerState['kind'], string>> = {
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

type Wanted = Pick<TriggerState, 'kind' | 'everyMinutes' | 'calendarId'>

/** Google disables a trigger that a trigger's own run has made. */
function disabledBy(host: CoreHost): { disabled?: string } {
  const byTrigger = host.invocation.entry === 'trigger' || host.invocation.entry === 'edit'
  return byTrigger ? { disabled: 'Disabled for an unknown reason.' } : {}
}

function create(host: CoreHost, fn: string, wanted: Wanted): TriggerState {
  const { state } = host
  const owner = effectiveUser(state, host.invocation)
  if (state.triggers.filter((trigger) => trigger.owner === owner).length >= triggerLimits.perUserAndScript) {
    throw new ServiceError(texts.tooManyTriggers)
  }
  const next = wanted.everyMinutes === undefined ? {} : { nextAt: host.now() + wanted.everyMinutes * 60_000 }
  const trigger: TriggerState = { uid: host.nextId(''), fn, owner, ...wanted, ...next, ...disabledBy(host) }
  state.triggers.push(trigger)
  return { ...trigger }
}

interface Creator {
  create(): Trigger
}

function creator(host: CoreHost, fn: string, wanted: Wanted): Creator {
  return strict('TriggerBuilder', {
    create: () =>
      triggerView(
        host,
        host.gate.call('ScriptApp.newTrigger', () => create(host, fn, wanted)),
      ),
  })
}

function clockBuilder(host: CoreHost, fn: string): { everyMinutes(minutes: number): Creator } {
  return strict('ClockTriggerBuilder', {
    everyMinutes: (minutes: number) => {
      if (!triggerLimits.everyMinutes.some((allowed) => allowed === minutes)) throw new ServiceError(texts.everyMinutes)
      return creator(host, fn, { kind: 'clock', everyMinutes: minutes })
    },
  })
}

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
  if (id !== host.state.boundSpreadsheetId)
    throw new ServiceError(`ScriptApp.forSpreadsheet of ${id}, which is not the bound one, is not emulated`, { name: 'Error' })
}

function triggerBuilder(host: CoreHost, fn: string) {
  return strict('TriggerBuilder', {
    timeBased: () => clockBuilder(host, fn),
    forSpreadsheet: (spreadsheet: string | { getId(): string }) => {
      requireBound(host, spreadsheet)
      return spreadsheetBuilder(host, fn)
    },
    forUserCalendar: (calendarId: string) =>
      strict('CalendarTriggerBuilder', { onEventUpdated: () => creator(host, fn, { kind: 'calendar', calendarId: String(calendarId) }) }),
  })
}

const ownTriggers = (host: CoreHost): TriggerState[] => {
  const owner = effectiveUser(host.state, host.invocation)
  return host.state.triggers.filter((trigger) => trigger.owner === owner)
}

function deleteTrigger(host: CoreHost, trigger: Trigger): void {
  const uid = trigger.getUniqueId()
  host.gate.call('ScriptApp.deleteTrigger', () => {
    host.state.triggers = host.state.triggers.filter((known) => known.uid !== uid)
  })
}

/** Scopes count as granted: partial consent is not emulated. */
const granted = (): void => undefined

const authModes = { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION' } as const

export function scriptAppService(host: CoreHost) {
  const { gate, state } = host
  return strict('ScriptApp', {
    AuthMode: strict('ScriptApp.AuthMode', { ...authModes }),
    EventType: strict('ScriptApp.EventType', Object.fromEntries(Object.values(eventTypes).map((type) => [type, type]))),
    TriggerSource: strict('ScriptApp.TriggerSource', { CLOCK: 'CLOCK', SPREADSHEETS: 'SPREADSHEETS', CALENDAR: 'CALENDAR' }),
    newTrigger: (fn: string) => triggerBuilder(host, String(fn)),
    getProjectTriggers: () =>
      gate
        .call('ScriptApp.getProjectTriggers', () => ownTriggers(host).map((trigger) => ({ ...trigger })))
        .map((trigger) => triggerView(host, trigger)),
    deleteTrigger: (trigger: Trigger) => deleteTrigger(host, trigger),
    getService: () => strict('Service', { getUrl: () => host.settings.webAppUrl }),
    getScriptId: () => state.scriptId,
    requireScopes: granted,
    requireAllScopes: granted,
  } satisfies Partial<Record<keyof GoogleAppsScript.Script.ScriptApp, unknown>>)
}
