/** ScriptApp: triggers, the web app's address, permissions. */
import type { CoreHost } from '../../run/host'
import { strict } from '../../run/strict'
import { authorization } from './authorization'
import { weekDays } from './clockBuilder'
import { serviceUrl } from './serviceUrl'
import { deleteTrigger, eventTypes, listTriggers, type Trigger, triggerBuilder } from './triggers'

const enumOf = (name: string, members: readonly string[]) => strict(name, Object.fromEntries(members.map((member) => [member, member])))

export function scriptAppService(host: CoreHost) {
  return strict('ScriptApp', {
    AuthMode: enumOf('ScriptApp.AuthMode', ['NONE', 'LIMITED', 'FULL', 'CUSTOM_FUNCTION']),
    EventType: enumOf('ScriptApp.EventType', Object.values(eventTypes)),
    TriggerSource: enumOf('ScriptApp.TriggerSource', ['CLOCK', 'SPREADSHEETS', 'CALENDAR']),
    WeekDay: enumOf('ScriptApp.WeekDay', weekDays),
    newTrigger: (fn: string) => triggerBuilder(host, String(fn)),
    getProjectTriggers: () => listTriggers(host),
    deleteTrigger: (trigger: Trigger) => deleteTrigger(host, trigger),
    getService: () => strict('Service', { getUrl: () => serviceUrl(host) }),
    getScriptId: () => host.state.scriptId,
    ...authorization(host),
  } satisfies Partial<Record<keyof GoogleAppsScript.Script.ScriptApp, unknown>>)
}
