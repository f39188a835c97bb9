/** «Настройки» as the dialog shows them, and a change of them checked as the sheet itself is. */

import { roleTitles } from '../../domain/office/roles'
import { selfChecks } from '../../domain/office/selfCheck.ru'
import { type Cell, closers, readSettings, settingDefinitions, settingKeys } from '../../domain/office/settings'
import { accept, type Outcome, refuse } from '../../domain/problem'
import { clockOfMinute } from '../../domain/text/russian'
import { dateOf, fromSerial } from '../../domain/time/localTime'
import { zones } from '../../domain/time/zones'
import type { SettingRow } from '../../rpc/settingsContract'
import { changes } from '../changes'
import { type Known, method } from '../method/method'
import { forbidden } from '../permissions'

type SheetRows = readonly (readonly Cell[])[]

/** One cell of «Настройки» to write; row is 0-based below the heading, null = the setting has no row yet. */
export interface SettingWrite {
  readonly title: string
  readonly clause: string
  readonly row: number | null
  readonly value: string | number
}

/** All settings in the order of the definitions. @param rows [title, value, …] below the heading */
function settingRows(rows: SheetRows): SettingRow[] {
  const { issues } = readSettings(rows)
  return settingKeys.map((key) => {
    const { title, kind, initial, clause } = settingDefinitions[key]
    const cell = rows.find((row) => titleOf(row) === title)?.[1] ?? null
    const issue = issues.find(({ message }) => message.startsWith(`«${title}»`))?.message ?? ''
    const choices =
      kind === 'role'
        ? closers.map((role) => roleTitles[role])
        : kind === 'yesNo'
          ? ['да', 'нет']
          : kind === 'zone'
            ? Object.keys(zones)
            : []
    return { key, title, kind, clause, initial, choices, value: shown(kind, cell), issue }
  })
}

/**
 * What is to be written for changed values, or the first that cannot be read. An empty value goes back to the default.
 * @param values key → as typed; keys that are no setting are refused
 */
function settingWrites(values: Readonly<Record<string, string>>, rows: SheetRows): Outcome<SettingWrite[]> {
  const writes: SettingWrite[] = []
  for (const [key, typed] of Object.entries(values)) {
    const definition = settingKeys.includes(key as (typeof settingKeys)[number])
      ? settingDefinitions[key as (typeof settingKeys)[number]]
      : undefined
    if (definition === undefined) return refuse({ code: 'badValue', title: key, why: 'такой настройки нет' })
    const { title, kind, clause } = definition
    const value = typed.trim()
    if (readSettings([[title, value]]).issues.length > 0) return refuse({ code: 'badValue', title, why: `не удалось прочитать «${value}»` })
    const row = rows.findIndex((one) => titleOf(one) === title)
    const isNumber = kind === 'number' && value !== ''
    writes.push({ title, clause, row: row < 0 ? null : row, value: isNumber ? Number(value.replace(',', '.')) : value })
  }
  return accept(writes)
}

function titleOf(row: readonly Cell[]): string {
  return String(row[0] ?? '').trim()
}

const minutesPerDay = 1440

/** Sheets keeps a time that a person typed as a fraction of the day. */
function shown(kind: SettingRow['kind'], cell: Cell): string {
  if (kind === 'time' && typeof cell === 'number') return clockOfMinute(Math.round(cell * minutesPerDay)).padStart(5, '0')
  if (kind === 'date' && typeof cell === 'number') return dateOf(fromSerial(cell))
  if (typeof cell === 'boolean') return cell ? 'да' : 'нет'
  return String(cell ?? '').trim()
}

/** Seven calls: the register, its zone, the calendar, triggers, the mail quota, the address of the pages, who may edit. */
export const open = method('settings/open', {
  may: 'read',
  reads: [() => ({}), () => ({ facts: ['checks'] })],
  look: (_input, known) => {
    const { desk, moment, facts } = known
    return accept({
      settings: settingRows(rowsOf(known)),
      checks: facts.checks === undefined ? [] : selfChecks(facts.checks, desk.office, moment.now),
      mayChange: forbidden(moment.who, 'settings') === null,
    })
  },
})

/** Four calls; all values or none. */
export const save = method<'settings/save', readonly SettingWrite[]>('settings/save', {
  may: 'settings',
  decide: ({ values }, known) => {
    const writes = settingWrites(values, rowsOf(known))
    if (!writes.ok) return writes
    const rows = writes.value.map(({ row, title, value, clause }) => ({
      table: 'settings' as const,
      row: row === null ? null : row + 2,
      values: row === null ? { title, value, clause } : { title, value },
    }))
    return { ok: true, changes: changes({ kind: 'settings/save', rows }), told: writes.value }
  },
  answer: ({ told = [], known }) => ({ settings: settingRows(withWrites(rowsOf(known), told)) }),
})

function rowsOf({ cells }: Known): SheetRows {
  return cells('settings').map(({ title = null, value = null }) => [title, value])
}

function withWrites(rows: SheetRows, writes: readonly SettingWrite[]): SheetRows {
  const changed = rows.map((row, index) => {
    const write = writes.find((one) => one.row === index)
    return write === undefined ? row : [row[0] ?? null, write.value]
  })
  return [...changed, ...writes.filter(({ row }) => row === null).map(({ title, value }) => [title, value])]
}
