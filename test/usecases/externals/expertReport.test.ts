/** C9: which external consultants get their link by themselves now. */

import type { ControlLine } from '../../../src/usecases/desk'
import { reportLettersDue } from '../../../src/usecases/externals/expertReport'

const now = '2026-11-27T11:10'
const line = (part: Partial<ControlLine>): ControlLine => ({
  key: 'C9.report',
  clause: 'C9',
  subject: 'Получить отчёт',
  detail: '',
  who: 'офис-менеджер',
  opensAt: '2026-11-27T11:00',
  due: '2026-11-30T18:00',
  dealId: 41217,
  row: 217,
  clientId: 7,
  remindAt: null,
  overdueTo: 'director',
  reminded: null,
  escalated: null,
  breached: null,
  ...part,
})

test.each<readonly [why: string, line: ControlLine, due: number]>([
  ['the consultation is over', line({}), 1],
  ['over this very minute', line({ opensAt: now }), 1],
  ['still going on', line({ opensAt: '2026-11-27T11:11' }), 0],
  ['over for three days: the button sends it', line({ opensAt: '2026-11-24T11:10' }), 0],
  ['almost three days, the triggers stood still', line({ opensAt: '2026-11-24T11:11' }), 1],
  ['another obligation', line({ key: 'C9.enter' }), 0],
  ['no deal', line({ dealId: null }), 0],
])('%s', (_why, one, due) => {
  expect(reportLettersDue([one], new Set(), now)).toEqual(due === 1 ? [{ id: 41217, row: 217 }] : [])
})

test('once: not where a link was sent already', () => {
  expect(reportLettersDue([line({}), line({ dealId: 41218, row: 218 })], new Set([41217]), now)).toEqual([{ id: 41218, row: 218 }])
})
