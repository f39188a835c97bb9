/** The month's letter to the manager of a project: the own project only, no client's personal data beyond the organisation (S2). */

import { oneLine } from '../letter/plainLine'
import { theirName } from '../letter/theirs'
import { clock, counted, dateWords } from '../text/russian'
import type { ExternalProject } from './count/externals'
import type { HeldRow } from './list'

type Row = Pick<HeldRow, 'id' | 'start' | 'consultant' | 'client' | 'minutes'>

export interface ProjectMonth {
  readonly project: string
  /** «в ноябре 2026 года». */
  readonly when: string
  readonly rows: readonly Row[]
  readonly minutes: number
  readonly external: ExternalProject | null
  readonly centreName: string
}

/** Example of a subject: «Консультации по проекту «Активное село» в ноябре 2026 года: 12». */
export function projectLetter(month: ProjectMonth): { readonly subject: string; readonly body: string } {
  const { when, rows, minutes, external, centreName } = month
  const project = theirName(month.project)
  const lines = [
    'Здравствуйте!',
    '',
    rows.length === 0
      ? `По проекту «${project}» ${when} консультаций не было.`
      : `По проекту «${project}» ${when}: ${counted(rows.length, 'консультация', 'консультации', 'консультаций')}, ${counted(minutes, 'минута', 'минуты', 'минут')}.`,
    ...(external === null ? [] : ['', externalLine(external)]),
    ...(rows.length === 0 ? [] : ['', ...rows.map(rowLine)]),
    '',
    'Если что-то записано не на ваш проект, скажите офис-менеджеру: в карточке исправят проект, и отчёт обновят.',
    '',
    oneLine(centreName),
  ]
  return { subject: `Консультации по проекту «${project}» ${when}: ${rows.length}`, body: lines.join('\n') }
}

/** Example: «№ 41345, 5 октября 14:00, Морозова М. И., АНО «Маяк», 60 мин». */
function rowLine({ id, start, consultant, client, minutes }: Row): string {
  return [
    `№ ${id}`,
    `${dateWords(start)} ${clock(start)}`,
    theirName(consultant),
    theirName(client),
    minutes === null ? 'минуты не указаны' : `${minutes} мин`,
  ]
    .filter(Boolean)
    .join(', ')
}

function externalLine({ count, limit, minutes, due, paid }: ExternalProject): string {
  return `Внешние консультанты: ${count} из ${limit} по лимиту месяца, ${minutes} мин; к оплате ${roubles(due)}, оплачено ${roubles(paid)}.`
}

/** Example: «1500 ₽», «1312,50 ₽». */
function roubles(sum: number): string {
  return `${Number.isInteger(sum) ? sum : sum.toFixed(2).replace('.', ',')} ₽`
}
