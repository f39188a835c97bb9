/** A row of a file judged as every door judges: what may not stand in a field is named and kept in the comments, what has no room keeps its row out. */

import { type Client, emptyClient, organisationKinds } from '../../client/client'
import { type KeptConsent, keptConsent } from '../../client/consent'
import { phoneKey } from '../../client/phone'
import type { Deal } from '../../deal/deal'
import { judgeWritten, type Written } from '../../deal/judging/judgeWritten'
import { plainText } from '../../letter/plainLine'
import type { Problem } from '../../problem'
import { consentSources } from '../../text/consentText.ru'
import { folded } from '../../text/fold'
import { problemText } from '../../text/text.ru'
import type { TableRow } from '../sheetTable'
import { readDay } from '../wording'
import type { ImportSetting } from './amocrmExport'
import { importMark } from './clientBook'

export interface JudgedRow {
  readonly deal: Deal
  readonly client: Client
}

/** Null = the row is not loaded. */
export function judgedRow(read: Deal, row: TableRow, setting: ImportSetting): JudgedRow | null {
  const bounds = { office: { people: setting.people, projects: setting.projects }, now: setting.now }
  const client = judgeWritten('client', clientOfRow(row, read), bounds)
  // A project that the office keeps no more stays the one it counted for; the row names it.
  const deal = judgeWritten('deal', { ...read, project: '' }, bounds)
  const refused = [...client.refused, ...deal.refused].filter(({ problem }) => problem.code !== 'badPhone')
  for (const one of refused) row.complain(one.heading, whyText(one, setting))
  if (refused.some(({ problem }) => problem.code === 'tooLong')) return null
  const { organisation, contact, phone } = client.kept
  const kept = refused.map(({ heading, told }) => `${heading} в файле: ${plainText(told)}`)
  const comments = [deal.kept.comments, ...kept].filter((line) => line !== '').join('\n')
  return { client: client.kept, deal: { ...deal.kept, project: read.project, organisation, contact, phone, comments } }
}

function whyText({ problem, told }: Written<object>['refused'][number], { now }: ImportSetting): string {
  return problem.code === 'tooLong'
    ? `${told.length} знаков, столько не помещается, строка не загружается`
    : `${why(problem, now)}; записано в комментарии`
}

function why(problem: Problem, now: string): string {
  return problem.code === 'badValue' ? problem.why : problemText(problem, now)
}

function clientOfRow(row: TableRow, deal: Deal): Client {
  return {
    ...emptyClient,
    version: 1,
    organisation: deal.organisation,
    kind: readKind(row),
    contact: deal.contact,
    phone: deal.phone,
    phoneKey: phoneKey(deal.phone),
    email: row.text('Рабочий email (контакт)'),
    municipality: row.text('Муниципалитет'),
    messenger: row.text('Мессенджер'),
    ...consentOf(row),
    created: deal.received,
    outsideIds: deal.importedAt === null ? '' : importMark(deal.importedAt),
  }
}

function consentOf(row: TableRow): KeptConsent {
  const date = readDay(row.cell('Согласие на обработку ПД')) ?? row.text('Согласие на обработку ПД')
  const source = row.text('Согласие: откуда') || consentSources.file
  return keptConsent(date === '' ? null : { date, text: row.text('Согласие: текст'), source })
}

/** As the list writes it; what it does not have is judged as it stands. */
function readKind(row: TableRow): string {
  const text = row.text('Вид организации')
  return organisationKinds.find((known) => folded(known) === folded(text)) ?? text
}
