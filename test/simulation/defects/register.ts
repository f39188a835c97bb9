/** Defects of the lock, the register, its journal, and of hands in the sheets. */
import type { Defect } from './defect'

const lock = 'src/server/google/lock.ts'
const run = 'src/server/desk/run.ts'
const commit = 'src/server/desk/commit.ts'
const outbox = 'src/server/jobs/outbox.ts'
const located = 'src/usecases/located.ts'
const reconcile = 'src/usecases/register/reconcile.ts'
const journal = 'src/usecases/register/journal.ts'

export const registerDefects: readonly Defect[] = [
  {
    name: 'no lock',
    file: lock,
    find: 'if (held !== null) return work()',
    put: 'if (held === null) return work()',
    seenBy: { file: 'deedRaces.long.test.ts', test: 'a call noted (I5), by two people' },
  },
  {
    name: 'a busy lock is passed by',
    file: lock,
    find: "if (!tried(() => lock.tryLock(waitMs))) throw new PlatformError('lockBusy')",
    put: 'tried(() => lock.tryLock(1))',
    also: { file: 'src/server/google/register/writer.ts', find: 'keepsLock()', put: 'void 0' },
    seenBy: { file: 'files.slow.test.ts', test: 'where the lock does not come, the file is taken back and nothing is written' },
  },
  {
    name: 'a lock that is gone is not noticed',
    file: lock,
    find: 'return lock.hasLock()',
    put: 'return lock !== null',
    seenBy: { file: 'lockLost.test.ts', test: 'lost after 1 of its calls' },
  },
  {
    name: 'lock after the read',
    file: run,
    find: 'const decide = (did: Did | null) => inOrder(method, () => decided(method, input, { session, key, did }))',
    put: 'const decide = (did: Did | null) => decided(method, input, { session, key, did })',
    seenBy: { file: 'deedRaces.long.test.ts', test: 'a card filled (C5), by two people' },
  },
  {
    name: 'a request sent again is done again',
    file: run,
    find: "const before = key === '' ? null : doneBefore(loaded, key)",
    put: 'const before = null as ReturnType<typeof doneBefore> | null',
    seenBy: { file: 'repeated.long.test.ts', test: 'a call noted (I5) sent twice with one key is done once, and answered alike' },
  },
  {
    name: 'an older page overwrites a newer card',
    file: located,
    find: 'located.value.version !== ref.version',
    put: 'located.value.version < 0',
    seenBy: { file: 'repeated.long.test.ts', test: 'the key of another deed is not taken for it' },
  },
  { name: 'the version stays', file: located, find: 'version: row.version + 1', put: 'version: row.version' },
  { name: 'the version grows by two', file: located, find: 'version: row.version + 1', put: 'version: row.version + 2' },
  {
    name: 'numbers given out are forgotten',
    file: commit,
    find: '{ lastDealId: String(deal) }',
    put: '{ lastDealId: String(deal - 1) }',
    seenBy: { file: 'twoOfEach.long.test.ts', test: 'two different requests at the same time a number whose row was deleted by hand' },
  },
  {
    name: 'numbers of clients are forgotten',
    file: commit,
    find: '{ lastClientId: String(client) }',
    put: '{ lastClientId: String(client - 1) }',
    seenBy: {
      file: 'twoOfEach.long.test.ts',
      test: 'two different requests at the same time a client’s number whose row was deleted by hand',
    },
  },
  {
    name: 'the journal lacks clients',
    file: journal,
    find: "...changes.clients.flatMap((change) => linesOf('Клиенты', change, changes, moment)),",
    put: '',
  },
  {
    name: 'the journal tells the new value as the old one',
    file: journal,
    find: '[before === null ? null : (old[field] ?? null), value]',
    put: '[before === null ? null : value, value]',
  },
  {
    name: 'the journal skips comments',
    file: journal,
    find: 'return Object.fromEntries(entries)\n}\n\nfunction inPortions',
    put: "return Object.fromEntries(entries.filter(([field]) => field !== 'comments' || before === null))\n}\n\nfunction inPortions",
    seenBy: { file: 'calendarScreens.slow.test.ts', test: 'an hour against a rule is shown on demand and marked' },
  },
  {
    name: 'rows are kept across a sort',
    file: 'src/server/desk/rows/repair.ts',
    find: 'const left = [...own, ...repairedLater(loaded, rows)]',
    put: 'const left = [...own]',
    seenBy: {
      file: 'sheetMoved.long.test.ts',
      test: 'a person sorts by organisation between the reading and the writing of deal/fill: it is noticed and mended at once',
    },
  },
  {
    name: 'a deleted row stays deleted',
    file: reconcile,
    find: 'restored: gone,',
    put: 'restored: [],',
    seenBy: { file: 'handEdits.long.test.ts', test: 'a deleted row comes back with everything it held' },
  },
  {
    name: 'a forbidden edit stands',
    file: reconcile,
    find: 'const back = { ...putBack, ...failed, ...unreadableOf(before, standing) }',
    put: 'const back = { ...failed, ...unreadableOf(before, standing) }',
  },
  {
    name: 'an unreadable cell stands',
    file: reconcile,
    find: 'const back = { ...putBack, ...failed, ...unreadableOf(before, standing) }',
    put: 'const back = { ...putBack, ...failed }',
    seenBy: { file: 'handEdits.long.test.ts', test: 'a stage that is no stage' },
  },
  {
    name: 'a legal edit gets no line',
    file: reconcile,
    find: 'changes: parts.flatMap(({ change }) => (change === null ? [] : [change])),',
    put: 'changes: [],',
  },
  {
    name: 'letters are claimed without the lock',
    file: outbox,
    find: 'underLock(() => claim(session))',
    put: 'claim(session)',
    seenBy: { file: 'outboxRacesFew.long.test.ts', test: 'two people press at once' },
  },
  {
    name: 'a letter is not marked as sent',
    file: outbox,
    find: "return { done: now, error: '', ...(isGone(result) ? leftBy(result) : {}) }",
    put: "return { error: '', ...(isGone(result) ? leftBy(result) : {}) }",
    seenBy: { file: 'outboxRacesFew.long.test.ts', test: 'two people press at once' },
  },
  {
    name: 'a claimed letter has no lease',
    file: outbox,
    find: 'const lease = addMinutes(now, leaseMinutes)',
    put: 'const lease = now',
    seenBy: { file: 'outboxRacesFew.long.test.ts', test: 'two people press at once' },
  },
  {
    name: 'a refused letter is marked as sent',
    file: outbox,
    find: "'untried' : 'failed', error }",
    put: "'untried' : 'sent', error }",
  },
  {
    name: 'letters are given up at the first failure',
    file: outbox,
    find: "return outcome === 'failed' ? { nextTry",
    put: "if (outcome === 'failed') return { done: now, error }\n  return outcome === 'failed' ? { nextTry",
    seenBy: { file: 'toldByPerson.long.test.ts', test: 'A1.tell V3: mail is down for hours' },
  },
  {
    name: 'a letter goes as it was first composed',
    file: 'src/server/jobs/tellings.ts',
    find: 'deal.start !== plain.stands.start',
    put: "plain.stands.start === 'never'",
    seenBy: { file: 'clientReminder.long.test.ts', test: 'a reminder that waited in the queue: moved to a later hour' },
  },
  {
    name: 'of several words about one booking all go',
    file: outbox,
    find: 'isWaiting(one.letter) && !unneeded.includes(one)',
    put: 'isWaiting(one.letter)',
    seenBy: { file: 'told.long.test.ts', test: 'composed when it goes booked and moved before a letter went' },
  },
  {
    // It would not go: a letter looks at its deal, which owes it no more. But it stands in «Исходящие» as if it were to.
    name: 'a word that a later one replaced goes on waiting',
    file: outbox,
    find: 'const needless = [...unneeded, ...worded.filter(({ words }) => words === null)]',
    put: 'const needless = [...unneeded.slice(0, 0), ...worded.filter(({ words }) => words === null)]',
    seenBy: { file: 'told.long.test.ts', test: 'composed when it goes booked and moved before a letter went' },
  },
  {
    name: 'what people were told is not noted',
    file: outbox,
    find: 'else underLock(() => noteGone({ gone, months }, rows, loaded))',
    put: 'else write(loaded, rows)',
    seenBy: { file: 'told.long.test.ts', test: 'called off F2d: released in the panel' },
  },
  {
    name: 'the rights of a caller are not asked',
    file: run,
    find: 'if (denied !== null) return refuse(denied)\n  const again',
    put: 'const again',
    seenBy: { file: 'doors.long.test.ts', test: 'rights are not read from what a lesser right can write SEC11: people and projects' },
  },
  {
    name: 'a request makes its deal without its text',
    file: 'src/usecases/intake/takeRequest.ts',
    find: 'raw: request.raw,',
    put: "raw: '',",
    seenBy: { file: 'intake.test.ts', test: 'the door an empty post is refused; what cannot be read is kept with its text' },
  },
  {
    name: 'a form answers before it is written',
    file: 'src/usecases/intake/takeRequest.ts',
    find: 'deals: [{ before: null, after: deal }], clients: added',
    put: 'deals: [], clients: added',
  },
  {
    name: 'a request of a known client makes a second card',
    file: 'src/usecases/intake/takeRequest.ts',
    find: 'id: Number(desk.service.lastClientId) + 1',
    put: 'id: Math.max(1, Number(desk.service.lastClientId))',
  },
  {
    name: 'max(id) of what stands',
    file: 'src/usecases/intake/createDeal.ts',
    find: 'id: Number(desk.service.lastDealId) + 1',
    put: 'id: Math.max(0, ...[...desk.deals.keys()], Number(desk.service.lastDealId) - 1) + 1',
    seenBy: { file: 'twoOfEach.long.test.ts', test: 'two different requests at the same time a number whose row was deleted by hand' },
  },
  {
    name: 'a personal detail is logged',
    file: 'src/usecases/intake/createDeal.ts',
    find: 'id: Number(desk.service.lastDealId) + 1,',
    put: "id: (globalThis as unknown as { console: { error(text: string): void } }).console.error('client1@example.net') === undefined ? Number(desk.service.lastDealId) + 1 : 0,",
  },
  {
    name: 'the last edit by hand alone is looked at',
    file: 'src/server/google/kept/editedRows.ts',
    find: 'Object.keys(noted).map(rowsIn)',
    put: 'Object.keys(noted).slice(-1).map(rowsIn)',
    seenBy: {
      file: 'handEditsInARow.long.test.ts',
      test: 'the first run ends by transient at its call 2 a closed card, then another closed card',
    },
  },
  {
    name: 'a row that went is not missed where another came',
    file: 'src/usecases/index/dealIndex.ts',
    find: 'summary.places.sum === null || sumOf(ids) === summary.places.sum + sumOf(appended)',
    put: 'summary.places.rows >= 0',
    seenBy: {
      file: 'handRowsUnheard.long.test.ts',
      test: 'the run that hears of it ends by kill at its call 1 an empty one comes, another goes',
    },
  },
]
