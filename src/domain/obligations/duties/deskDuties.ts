/** What the desk itself needs: next year's days off, a calendar that answers. */

import type { Office } from '../../office/office'
import { roleTitles } from '../../office/roles'
import { counted } from '../../text/russian'
import { addDays, addMinutes, atMinute, epochDay, type LocalDateTime, minutesBetween, monthOf } from '../../time/localTime'
import { type Duty, morningFrom } from '../duty'

const week = 7

/**
 * W.calendar: from 1 November the next year stands in «Рабочий календарь» by 1 December; reminders at once and every week, until it is filled:
 * a year that has begun without its days off is owed still.
 */
export function calendarDuties(office: Office, now: LocalDateTime): Duty[] {
  const year = Number(now.slice(0, 4))
  return [...calendarDuty(year - 1, office, now), ...calendarDuty(year, office, now)]
}

/** @param year before the one that is missing */
function calendarDuty(year: number, office: Office, now: LocalDateTime): Duty[] {
  const first = `${year}-11-01`
  if (now < `${first}T00:00` || office.calendar.years.includes(year + 1)) return []
  const passed = Math.floor((epochDay(now) - epochDay(first)) / week)
  const { dayOpens, dayCloses } = office.settings
  return [
    {
      key: 'W.calendar',
      subject: `Заполнить рабочий календарь на ${year + 1} год`,
      detail: 'без него выходными считаются только суббота и воскресенье',
      who: roleTitles.administrator,
      opensAt: `${first}T00:00`,
      due: atMinute(`${year}-12-01`, dayCloses),
      remindAt: atMinute(addDays(first, week * passed), dayOpens),
      overdueTo: 'director',
    },
  ]
}

const silentMinutes = 60

/** W.sync: no successful sync of the calendar for an hour. A desk that has never synced is being set up. */
export function syncDuties({ heartbeat }: { readonly heartbeat: string }, now: LocalDateTime): Duty[] {
  if (heartbeat === '' || minutesBetween(heartbeat, now) < silentMinutes) return []
  const opensAt = addMinutes(heartbeat, silentMinutes)
  return [
    {
      key: 'W.sync',
      subject: 'Календарь не отвечает: проверьте доступ и адрес в «Настройках»',
      detail: 'больше часа нет успешной сверки',
      who: roleTitles.administrator,
      opensAt,
      due: opensAt,
      remindAt: null,
      overdueTo: 'administrator',
    },
  ]
}

/** Clients whose term is over. */
export interface Terms {
  readonly count: number
  /** The month in which the director has looked through them last, '' = never. */
  readonly seen: string
}

/** W.personal: once a month the director looks whose data are to go; met when nobody is left, or when he has said that the others stay for now. */
export function termDuties({ count, seen }: Terms, office: Office, now: LocalDateTime): Duty[] {
  const month = monthOf(now)
  if (count === 0 || seen === month) return []
  const first = `${month}-01`
  return [
    {
      key: 'W.personal',
      subject: 'Посмотреть, чьи данные пора удалить',
      detail: counted(count, 'клиент', 'клиента', 'клиентов'),
      who: roleTitles.director,
      opensAt: `${first}T00:00`,
      due: atMinute(addDays(first, 27), office.settings.dayCloses),
      remindAt: morningFrom(office, first),
      overdueTo: 'nobody',
    },
  ]
}
