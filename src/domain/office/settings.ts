/** The settings of the sheet «Настройки»: Russian title, default, clause; and the reading of what people typed there. */

import { type RaisedQuota, readRaisedQuotas } from '../calendar/raisedQuota'
import { isOneEmail } from '../client/email'
import { readPagesAddress } from '../external/pagesAddress'
import { readDay } from '../importing/wording'
import { oneLine } from '../letter/plainLine'
import type { Issue } from '../problem'
import { folded } from '../text/fold'
import type { LocalDate } from '../time/localTime'
import { readZone } from '../time/zones'
import { mayDo } from './actions'
import { type Role, roleTitles } from './roles'

/** Kind of a setting → its value. */
interface Values {
  readonly text: string
  readonly number: number
  /** Minutes of the day: 9:00 → 540. */
  readonly time: number
  /** A name that Google knows (time/zones.ts). */
  readonly zone: string
  readonly role: Role
  readonly yesNo: boolean
  readonly quotas: readonly RaisedQuota[]
  /** '' = none. */
  readonly date: LocalDate | ''
  /** Address of the web app, …/exec; '' = as learnt. */
  readonly pages: string
  /** One address; '' = none was typed. */
  readonly email: string
  /** Address of a page; '' = none was typed. */
  readonly web: string
}
type Kind = keyof Values

interface SettingDefinition {
  readonly title: string
  readonly kind: Kind
  /** As it stands in the sheet. */
  readonly initial: string
  readonly clause: string
  /** The highest number that is taken; absent = mostNumber. */
  readonly most?: number
}

/** Of days, minutes and counts: nobody means more, and what loops over them ends. */
const mostNumber = 10_000

/** One row of «Настройки» each: Настройка | Значение | Пункт. */
export const settingDefinitions = {
  centreName: { title: 'Название центра', kind: 'text', initial: 'Ресурсный центр НКО', clause: '' },
  centrePhone: { title: 'Телефон центра', kind: 'text', initial: '20-65-10', clause: 'I1' },
  /** Where a map leads whom is asked to come to a room. */
  /** Stands in letters before a room, and is what the map shows of it. */
  centreAddress: { title: 'Адрес центра', kind: 'text', initial: '', clause: '' },
  zone: { title: 'Часовой пояс офиса', kind: 'zone', initial: 'Europe/Moscow', clause: '' },
  calendarId: { title: 'Календарь «Консультации» (адрес)', kind: 'text', initial: '', clause: 'G1' },
  dayOpens: { title: 'Рабочий день с', kind: 'time', initial: '09:00', clause: 'I5' },
  dayCloses: { title: 'Рабочий день до', kind: 'time', initial: '18:00', clause: 'I5' },
  shortDayCloses: { title: 'Короткий день до', kind: 'time', initial: '17:00', clause: 'I5' },
  slotsPerWeek: { title: 'Слотов в неделю, не меньше', kind: 'number', initial: '3', clause: 'G1' },
  quotaPerWeek: { title: 'Консультаций в неделю, не меньше', kind: 'number', initial: '2', clause: 'G7' },
  /** For everybody. */
  quotaRaised: { title: 'Норма повышена (3: 01.12.2026–25.12.2026)', kind: 'quotas', initial: '', clause: 'G7' },
  attemptsNeeded: { title: 'Попыток дозвона, не меньше', kind: 'number', initial: '3', clause: 'I7' },
  attemptGapMinutes: { title: 'Между попытками дозвона, минут', kind: 'number', initial: '120', clause: 'I7' },
  /** Working days. */
  moveLimitDays: { title: 'Перенос консультации, рабочих дней', kind: 'number', initial: '2', clause: 'G5', most: 250 },
  /** Minimum notice of a slot. */
  noticeMinutes: { title: 'Назначать не раньше чем через, минут', kind: 'number', initial: '60', clause: 'G3' },
  /** How many days ahead slots are offered. */
  horizonDays: { title: 'Показывать слоты вперёд, дней', kind: 'number', initial: '14', clause: 'G1', most: 366 },
  closer: { title: 'Кто закрывает неделю', kind: 'role', initial: 'офис-менеджер', clause: 'K1' },
  fridayListAt: { title: 'Список к закрытию недели, время', kind: 'time', initial: '15:00', clause: 'K6' },
  fridayCloseBy: { title: 'Неделя закрыта до', kind: 'time', initial: '18:00', clause: 'K6' },
  /** Requests from outside taken in one minute; further ones are told to come again. */
  intakePerMinute: { title: 'Заявок с сайта в минуту, не больше', kind: 'number', initial: '60', clause: 'I5' },
  clientLetters: { title: 'Письма клиентам', kind: 'yesNo', initial: 'да', clause: 'A1' },
  /** No reminders from … until, over midnight. */
  quietFrom: { title: 'Не напоминать с', kind: 'time', initial: '21:00', clause: '' },
  quietUntil: { title: 'Не напоминать до', kind: 'time', initial: '08:00', clause: '' },
  digestAt: { title: 'Сводка директору, время', kind: 'time', initial: '09:30', clause: '' },
  /** A letter to the client the working day before. An office that stands without the row has never chosen it: newOffice. */
  clientReminders: { title: 'Напоминать клиентам накануне', kind: 'yesNo', initial: 'нет', clause: 'A4' },
  /** By the link of his letters: at once, within G5. Else it is a wish that the office settles. */
  clientMoves: { title: 'Клиент переносит и отменяет сам', kind: 'yesNo', initial: 'нет', clause: 'G5' },
  /** Later than that it is a wish again. */
  clientNoticeHours: { title: 'Сам не позже чем за, часов', kind: 'number', initial: '24', clause: 'G5' },
  feedbackLetters: { title: 'Письма с просьбой об отзыве', kind: 'yesNo', initial: 'да', clause: 'K2' },
  /** A client is asked no more than once in so many days, except as K3 demands. */
  feedbackEveryDays: { title: 'Просить отзыв не чаще, чем раз в дней', kind: 'number', initial: '30', clause: 'K3' },
  /** A signed link works so many days. */
  linkDays: { title: 'Ссылки в письмах действуют, дней', kind: 'number', initial: '30', clause: '' },
  /** Closed deals older than that go to the archive. */
  archiveMonths: { title: 'В архив через, месяцев', kind: 'number', initial: '13', clause: 'S1' },
  /** After the last that is known of a client; 0 = no term is set. */
  personalMonths: {
    title: 'Хранить данные людей, месяцев после последней консультации',
    kind: 'number',
    initial: '0',
    clause: '',
    most: 600,
  },
  /** Goes before what was learnt from the web app itself. */
  pagesAddress: { title: 'Адрес страниц для людей со стороны', kind: 'pages', initial: '', clause: '' },
  /** Stands beside the consent on the centre's own form. */
  policyAddress: { title: 'Политика обработки персональных данных (адрес)', kind: 'web', initial: '', clause: 'I4' },
  /** '' = the office managers' (repliesTo.ts). */
  repliesTo: { title: 'Ответы на письма — на адрес', kind: 'email', initial: '', clause: '' },
  /** Of what was imported, what was due before this day is history; the import writes its own day here. */
  countFrom: { title: 'Начать учёт с', kind: 'date', initial: '', clause: '' },
} as const satisfies Readonly<Record<string, SettingDefinition>>

/** Values of «Настройки», by key. */
export type Settings = { readonly [K in keyof typeof settingDefinitions]: Values[(typeof settingDefinitions)[K]['kind']] }

/** What stands in the rows of an office that is newly set up, and differs from what holds where the row is missing. */
export const newOffice = { clientReminders: 'да' } as const satisfies Partial<Record<keyof Settings, string>>

/** Titles that count no longer, and what took their place: an office that still has the row is told. */
const retired: Readonly<Record<string, string>> = {
  'Обязательные поля клиента': 'больше не действует: поля теперь на листе «Обязательные поля», эту строку удалите',
}

/** K1: whoever owes the closing must be able to close. */
export const closers: readonly Role[] = (Object.keys(roleTitles) as Role[]).filter((role) => mayDo([role], 'close'))

export const settingKeys = Object.keys(settingDefinitions) as (keyof Settings)[]

/** A cell as Sheets gives it unformatted. */
export type Cell = string | number | boolean | null

/**
 * Settings from rows [title, value]; what is absent or unreadable keeps its default and is named in the issues.
 * @param rows rows of «Настройки» below the heading, row 2 first
 * @param last what was good last, instead of the default
 */
export function readSettings(
  rows: readonly (readonly Cell[])[],
  last: { readonly zone?: string } = {},
): { readonly settings: Settings; readonly issues: readonly Issue[] } {
  const issues: Issue[] = []
  const byTitle = new Map(rows.map((row, index) => [String(row[0] ?? '').trim(), { cell: row[1] ?? null, row: index + 2 }] as const))
  const values: Record<string, unknown> = {}
  for (const key of settingKeys) {
    const definition: SettingDefinition = settingDefinitions[key]
    const found = byTitle.get(definition.title)
    const read = found === undefined || found.cell === null || found.cell === '' ? undefined : readValue(definition, found.cell)
    const fallback = { ...last }[key as keyof typeof last] || definition.initial
    if (found !== undefined && read === null) {
      issues.push({
        where: 'Настройки',
        row: found.row,
        column: 'Значение',
        message: `«${definition.title}»: не удалось прочитать «${String(found.cell)}», действует ${fallback}`,
      })
    }
    values[key] = read ?? readValue(definition, fallback)
  }
  for (const [title, message] of Object.entries(retired)) {
    const found = byTitle.get(title)
    if (found !== undefined) issues.push({ where: 'Настройки', row: found.row, column: 'Настройка', message })
  }
  return { settings: values as unknown as Settings, issues }
}

/** The value, or null when it cannot be read. */
function readValue({ kind, most = mostNumber }: SettingDefinition, cell: Cell): unknown {
  if (kind === 'number') return readNumber(cell, most)
  if (kind === 'time') return readTime(cell)
  if (kind === 'quotas') return readRaisedQuotas(String(cell))
  if (kind === 'date') return cell === '' ? '' : readDay(cell)
  const text = oneLine(String(cell))
  if (kind === 'zone') return readZone(text)
  if (kind === 'pages') return readPagesAddress(text)
  if (kind === 'email') return text === '' || isOneEmail(text) ? text : null
  if (kind === 'web') return text === '' || /^https?:\/\/[^\s<>"]{3,500}$/i.test(text) ? text : null
  if (kind === 'role') return closers.find((role) => folded(roleTitles[role]) === folded(text)) ?? null
  if (kind === 'yesNo') return folded(text) === 'да' || cell === true ? true : folded(text) === 'нет' || cell === false ? false : null
  return text
}

function readNumber(cell: Cell, most: number): number | null {
  const value = typeof cell === 'number' ? cell : Number(String(cell).replace(',', '.'))
  return value >= 0 && value <= most ? value : null
}

/** '15:00', or Sheets' fraction of a day, → minutes of the day. */
function readTime(cell: Cell): number | null {
  if (typeof cell === 'number') return cell >= 0 && cell < 1 ? Math.round(cell * 1440) : null
  const match = /^(\d{1,2})[:.](\d\d)$/.exec(String(cell).trim())
  return match === null || Number(match[1]) > 23 || Number(match[2]) > 59 ? null : Number(match[1]) * 60 + Number(match[2])
}
