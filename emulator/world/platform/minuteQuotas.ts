/** Quotas of a minute (documented): Sheets API 60 reads and 60 writes an account, 300 a project; Calendar API 600, a patch counts three. */

import { ServiceError, type WorldState } from '../types'
import { apiMethod } from './apiMethods'
import { platformOf } from './settings'

const minuteMs = 60_000
const readCalls = new Set(['Sheets.get', 'Sheets.Values.get', 'Sheets.Values.batchGet', 'Sheets.Values.batchGetByDataFilter'])

type Kind = 'reads' | 'writes' | 'calendar'

const kindOf = (call: string): Kind | null => {
  if (readCalls.has(call)) return 'reads'
  if (call.startsWith('Sheets.')) return 'writes'
  return call.startsWith('Calendar.') ? 'calendar' : null
}

const limits: Readonly<Record<Kind, { readonly account: number; readonly project: number }>> = {
  reads: { account: 60, project: 300 },
  writes: { account: 60, project: 300 },
  calendar: { account: 600, project: 10_000 },
}

/** Throws Google's refusal where the last sixty seconds are full; else notes the call. */
export function requireMinuteQuota(state: WorldState, account: string, call: string): void {
  const kind = platformOf(state).minuteQuotas ? kindOf(call) : null
  if (kind === null) return
  const units = call === 'Calendar.Events.patch' ? 3 : 1
  const places = [
    { key: `${kind} of ${account}`, limit: limits[kind].account, words: ' per user' },
    { key: kind, limit: limits[kind].project, words: '' },
  ]
  const full = places.find(({ key, limit }) => usedIn(state, key) + units > limit)
  if (full) throw refusal(state, call, kind, full.words)
  for (const { key } of places) note(state, key, units)
}

const recent = (state: WorldState, key: string) => (state.minuteUse?.[key] ?? []).filter(({ at }) => at > state.now - minuteMs)

const usedIn = (state: WorldState, key: string): number => recent(state, key).reduce((sum, { units }) => sum + units, 0)

function note(state: WorldState, key: string, units: number): void {
  state.minuteUse = { ...state.minuteUse, [key]: [...recent(state, key), { at: state.now, units }] }
}

const consumer = "for consumer 'project_number:000000000000'."

function refusal(state: WorldState, call: string, kind: Kind, perUser: string): ServiceError {
  const message = kind === 'calendar' ? calendarText(perUser) : sheetsText(kind, perUser)
  const code = kind === 'calendar' ? platformOf(state).calendarQuotaCode : 429
  const text = `API call to ${apiMethod(call)} failed with error: ${message}`
  return new ServiceError(text, { name: 'GoogleJsonResponseException', details: { code, message } })
}

function sheetsText(kind: 'reads' | 'writes', perUser: string): string {
  const metric = kind === 'reads' ? 'Read requests' : 'Write requests'
  return `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute${perUser}' of service 'sheets.googleapis.com' ${consumer}`
}

const calendarText = (perUser: string): string =>
  `Quota exceeded for quota metric 'Queries' and limit 'Queries per minute${perUser}' of service 'calendar-json.googleapis.com' ${consumer}`
