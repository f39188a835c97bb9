/** What the server answers in the gallery, unless a screen says otherwise. */

import { ok } from './galleryActs.mjs'
import * as boards from './galleryBoard.mjs'
import * as externals from './galleryExternals.mjs'
import * as fixture from './galleryFixture.mjs'

export const answers = {
  'desk/today': ok(fixture.today),
  'client/search': ok({ matches: fixture.matches }),
  'deal/create': ok(fixture.acceptedCard),
  'deal/open': ok(fixture.unsortedCard),
  'deal/current': ok(fixture.unsortedCard),
  'deal/search': ok({
    matches: [
      {
        id: 41217,
        row: 217,
        clientId: 7,
        organisation: fixture.client.organisation,
        contact: 'Анна',
        stage: 'assigned',
        consultant: 'ММ',
        start: '2026-11-27T10:00',
      },
    ],
  }),
  'deal/history': ok(fixture.history),
  'deal/note': ok(fixture.unsortedCard),
  'deal/fill': ok(fixture.heldCard),
  'client/fill': ok(fixture.unsortedCard),
  'deal/move': ok(fixture.heldCard),
  'slot/list': ok(fixture.slotList),
  'deal/book': ok({ card: fixture.assignedCard, lettersWaiting: 2 }),
  'outbox/send': ok({ sent: 2, failed: 0, waiting: 0 }),
  'week/list': ok(fixture.week),
  'week/close': ok({
    closed: 14,
    unanswered: 3,
    asked: 2,
    undo: fixture.week.ready.map(({ ref }) => ref),
    refused: [{ id: 41112, sentence: 'карточку только что изменили: посмотрите и закройте ещё раз' }],
    lettersWaiting: 2,
  }),
  'week/undo': ok({
    undone: 12,
    refused: [41111, 41115].map((id) => ({ id, sentence: 'письмо клиенту уже ушло' })),
  }),
  'external/list': ok(externals.month),
  'external/pay': ok({ deals: externals.paidRefs }),
  'deal/undo': ok({
    card: {
      ...fixture.unsortedCard,
      deal: { ...fixture.unsortedCard.deal, attempts: 0, lastAttemptAt: null, version: 5 },
      nextAttemptAt: null,
    },
    undone: 'не дозвонились, попытка 1 из 3',
  }),
  'deal/reopen': ok(fixture.heldCard),
  'deal/askExternal': ok({ card: fixture.externalCard, lettersWaiting: 1 }),
  'deal/takeReport': ok(fixture.heldCard),
  'deal/repeats': ok({ repeats: [] }),
  'deal/join': ok({ ...fixture.acceptedCard, deal: { ...fixture.acceptedCard.deal, id: 41198 } }),
  'client/history': ok({ consultations: [], inArchive: 0 }),
  'client/merge': ok({ client: fixture.client, deals: 3 }),
  'client/unmerge': ok({ client: fixture.client, deals: 3 }),
  'intake/readLetter': ok(fixture.readLetter),
  'slot/board': ok(boards.board),
  'slot/repeatWeek': ok({ ...boards.proposal, written: 2 }),
  'tasks/state': ok(fixture.planfixNone),
  'tasks/connect': ok(fixture.planfixLinked),
  'month/report': ok(fixture.monthReport),
  'month/preview': ok(fixture.monthPreview),
  'month/approve': ok(fixture.approvedMonth),
  'month/letters': ok({ letters: fixture.monthLetters }),
  'month/tell': ok({ letters: fixture.monthLetters.map((one) => ({ ...one, sent: one.to === '' ? 0 : 1 })), lettersWaiting: 3 }),
  'month/published': ok(fixture.approvedMonth),
  'month/csv': ok({ name: 'a.csv', text: '' }),
  'import/preview': ok(fixture.importPreview),
  'import/apply': ok({ ...fixture.importPreview, issues: [], written: 1284 }),
}
