/** What happened to a deal, in words, newest first. */

import type { Deal } from '../../domain/deal/deal'
import { accept } from '../../domain/problem'
import { historyText } from '../../domain/text/historyText'
import { unreadLineText } from '../../domain/text/todayNotes.ru'
import type { LocalDateTime } from '../../domain/time/localTime'
import type { HistoryLine } from '../../rpc/contract'
import { type Known, method } from '../method/method'
import { changeIn, dealLines, type JournalLine } from '../register/journal'

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
  const who = desk.office.people.find(({ email }) => email === line.who)?.name ?? line.who ?? ''
  return { at: line.at ?? '', who, text: changeText(line, moment.now), reason: line.reason ?? '' }
}

function changeText(line: Partial<JournalLine>, now: LocalDateTime): string {
  const change = changeIn(line)
  if (change === null) return unreadLineText
  const side = (index: 0 | 1) => Object.fromEntries(Object.entries(change).map(([field, pair]) => [field, pair[index]])) as Partial<Deal>
  const isNew = (change['id']?.[0] ?? null) === null && 'id' in change
  return historyText(line.kind ?? '', isNew ? null : side(0), side(1), now)
}
