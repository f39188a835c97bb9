/** What happened to a deal, in words, newest first. */

import type { Deal } from '../../domain/deal/deal'
import { accept } from '../../domain/problem'
import { historyText } from '../../domain/text/historyText'
import type { HistoryLine } from '../../rpc/contract'
import { type Known, method } from '../method/method'
import { dealLines, type FieldChanges, type JournalLine } from '../register/journal'

export const history = method('deal/history', {
  may: 'read',
  reads: ({ id }) => ({ journal: { of: [id], only: 'all' } }),
  look: (_input, known) =>
    accept({
      lines: dealLines(known)
        .map((line) => historyLine(line, known))
        .reverse(),
    }),
})

function historyLine(line: Partial<JournalLine>, { desk, moment }: Known): HistoryLine {
  const change = JSON.parse(line.change ?? '{}') as FieldChanges
  const side = (index: 0 | 1) => Object.fromEntries(Object.entries(change).map(([field, pair]) => [field, pair[index]])) as Partial<Deal>
  const isNew = (change['id']?.[0] ?? null) === null && 'id' in change
  const who = desk.office.people.find(({ email }) => email === line.who)?.name ?? line.who ?? ''
  const text = historyText(line.kind ?? '', isNew ? null : side(0), side(1), moment.now)
  return { at: line.at ?? '', who, text, reason: line.reason ?? '' }
}
