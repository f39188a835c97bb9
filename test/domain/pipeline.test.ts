/** «Stages and moves» of the procedure, row by row: what each allowed move needs, and that every other move is refused. */

import type { Deal, Stage } from '../../src/domain/deal/deal'
import type { MoveRequest } from '../../src/domain/deal/moveNeeds'
import { checkMove, checkNew, movesFrom } from '../../src/domain/deal/pipeline'
import { failureReasons, stageTitles } from '../../src/domain/deal/words'
import { acceptedDeal, assignedDeal, client, heldDeal, office, unsortedDeal } from '../fixtures/builders'

const thursday = '2026-11-26T09:00'
const tried = (attempts: number): Partial<Deal> => ({ attempts, lastAttemptAt: '2026-11-25T10:00', reachedAt: null })
const reached: Partial<Deal> = { reachedAt: '2026-11-20T15:00' }
const ready = (part: Partial<Deal> = {}) => assignedDeal({ stage: 'accepted', ...part })
const external = { consultant: 'ПН', topic: 11 }
const decided = { externalBy: 'Соколов', externalAt: '2026-11-20T15:00' }

const move = (deal: Deal, to: Stage, part: Partial<MoveRequest> = {}) =>
  checkMove({ deal, to, client: client(), reason: '', now: thursday, office: office(), who: ['officeManager'], ...part })

/** '' = allowed, otherwise the code of the refusal with the fields that are missing. */
function answer(outcome: ReturnType<typeof checkMove>): string {
  if (outcome.ok) return ''
  const { problem } = outcome
  return problem.code === 'incomplete' ? `incomplete ${problem.missing.map(({ field }) => field).join(' ')}` : problem.code
}

describe('allowed moves and their needs', () => {
  type Row = [clause: string, deal: Deal, to: Stage, part: Partial<MoveRequest>, expected: string]
  const rows: Row[] = [
    ['I5: clarified by phone', unsortedDeal(reached), 'accepted', {}, ''],
    ['I5: clarified by phone', unsortedDeal({ stage: 'new', ...reached }), 'accepted', {}, ''],
    ['I5: not reached yet', unsortedDeal(), 'accepted', {}, 'notReached'],
    ['I5: three calls in vain', unsortedDeal(tried(3)), 'accepted', {}, 'notReached'],
    ['I4: client card incomplete', unsortedDeal(reached), 'accepted', { client: client({ email: '' }) }, 'incomplete email'],
    ['I6: one failed attempt', unsortedDeal(tried(1)), 'unreached', {}, ''],
    ['I6: one failed attempt', unsortedDeal({ stage: 'new', ...tried(1) }), 'unreached', {}, ''],
    ['I6: one failed attempt', acceptedDeal(tried(1)), 'unreached', {}, ''],
    ['I6: nobody has called', unsortedDeal(), 'unreached', {}, 'noAttempt'],
    ['I6: the client was reached after it', acceptedDeal({ attempts: 1, lastAttemptAt: '2026-11-20T15:00' }), 'unreached', {}, 'noAttempt'],
    [
      'I5: reached at last',
      unsortedDeal({ stage: 'unreached', attempts: 2, lastAttemptAt: thursday, reachedAt: thursday }),
      'accepted',
      {},
      '',
    ],
    ['I5: reached long ago only', unsortedDeal({ stage: 'unreached', ...tried(2), ...reached }), 'accepted', {}, 'notReached'],
    ['I7: three attempts', unsortedDeal({ stage: 'unreached', ...tried(3) }), 'lost', { reason: 'не дозвонились' }, ''],
    ['I7: two attempts', unsortedDeal({ stage: 'unreached', ...tried(2) }), 'lost', { reason: 'не дозвонились' }, 'attemptsMissing'],
    ['A2: assigned', ready(), 'assigned', {}, ''],
    ['A2: assigned', ready({ stage: 'new' }), 'assigned', {}, ''],
    ['A2: nothing determined', acceptedDeal(), 'assigned', {}, 'incomplete topic consultant start format eventId'],
    ['I4: both cards incomplete', ready({ topic: null }), 'assigned', { client: client({ phone: '-' }) }, 'incomplete phone topic'],
    ['A3: not in the calendar', ready({ eventId: '' }), 'assigned', {}, 'incomplete eventId'],
    ['A2: nobody of that name', ready({ consultant: 'ЯЯ' }), 'assigned', {}, 'consultantUnknown'],
    ['T2: external, not decided', ready(external), 'assigned', {}, 'externalDecisionNeeded'],
    ['T2: external, who but not when', ready({ ...external, externalBy: 'Соколов' }), 'assigned', {}, 'externalDecisionNeeded'],
    ['T2: external, decided', ready({ ...external, ...decided }), 'assigned', {}, ''],
    ['G6: released', assignedDeal(), 'accepted', { reason: 'болезнь консультанта' }, ''],
    ['G6: released without a reason', assignedDeal(), 'accepted', { reason: ' ' }, 'reasonNeeded'],
    ['C8: held and filled', heldDeal({ stage: 'assigned' }), 'held', {}, ''],
    ['C8: at the minute it starts', heldDeal({ stage: 'assigned' }), 'held', { now: '2026-11-25T10:00' }, ''],
    ['C8: not begun', heldDeal({ stage: 'assigned' }), 'held', { now: '2026-11-25T09:59' }, 'notYetStarted'],
    ['C5–C7: not filled', assignedDeal(), 'held', {}, 'incomplete content recommendations minutes project'],
    ['C9: no report', heldDeal({ stage: 'assigned', ...external }), 'held', {}, 'reportNotReceived'],
    ['C9: report received', heldDeal({ stage: 'assigned', ...external, reportReceivedAt: thursday }), 'held', {}, ''],
    ['K2: to feedback', heldDeal(), 'feedback', {}, ''],
    ['K2: incomplete', heldDeal({ project: '' }), 'feedback', {}, 'incomplete project'],
    ['K1: closed', heldDeal(), 'won', {}, ''],
    ['K7: closed after feedback', heldDeal({ stage: 'feedback' }), 'won', {}, ''],
    ['K5: an incomplete card cannot be closed', heldDeal({ minutes: null }), 'won', {}, 'incomplete minutes'],
    ['K5: nor after feedback', heldDeal({ stage: 'feedback', content: '' }), 'won', {}, 'incomplete content'],
    ['K5: nor by the director', heldDeal({ minutes: null }), 'won', { who: ['director', 'administrator'] }, 'incomplete minutes'],
    [
      'K5: topic 8 without the project discussed',
      heldDeal({ topic: 8 }),
      'won',
      {},
      'incomplete discussedName discussedTheme discussedAdvice',
    ],
  ]
  for (const [clause, deal, to, part, expected] of rows) {
    test(`${clause}: ${stageTitles[deal.stage]} → ${stageTitles[to]}: ${expected || 'allowed'}`, () => {
      expect(answer(move(deal, to, part))).toBe(expected)
    })
  }
})

describe('any open stage → «Неуспешные»', () => {
  const open: Stage[] = ['unsorted', 'new', 'accepted', 'unreached', 'assigned', 'held', 'feedback']

  test.each(open)('from %s with a reason of the list', (stage) => {
    for (const reason of failureReasons.filter((known) => known !== 'не дозвонились')) {
      expect(answer(move(unsortedDeal({ stage }), 'lost', { reason }))).toBe('')
    }
  })

  test.each(open)('I7: from %s «не дозвонились» needs three attempts', (stage) => {
    expect(answer(move(unsortedDeal({ stage, ...tried(2) }), 'lost', { reason: 'не дозвонились' }))).toBe('attemptsMissing')
    expect(answer(move(unsortedDeal({ stage, ...tried(3) }), 'lost', { reason: 'не дозвонились' }))).toBe('')
  })

  test('a reason is needed, and one that the list has', () => {
    expect(answer(move(acceptedDeal(), 'lost'))).toBe('reasonNeeded')
    expect(answer(move(acceptedDeal(), 'lost', { reason: 'передумали' }))).toBe('unknownReason')
  })

  test('I7: the refusal says how many were made and when the next is due', () => {
    const outcome = move(unsortedDeal({ stage: 'unreached', ...tried(1) }), 'lost', { reason: 'не дозвонились' })
    expect(outcome).toEqual({ ok: false, problem: { code: 'attemptsMissing', made: 1, needed: 3, nextAt: '2026-11-26T09:00' } })
  })
})

describe('a closed deal goes back to the stage before', () => {
  const won = heldDeal({ stage: 'won' })
  const back = { stageBefore: 'feedback', reason: 'ошибка', who: ['director'] } as const

  test.each(['director', 'administrator'] as const)('by the %s, with a reason', (role) => {
    expect(answer(move(won, 'feedback', { ...back, who: [role] }))).toBe('')
    expect(answer(move(unsortedDeal({ stage: 'lost' }), 'unsorted', { ...back, stageBefore: 'unsorted', who: [role] }))).toBe('')
  })

  test.each(['officeManager', 'consultant', 'projectManager', 'prManager', 'externalConsultant'] as const)('not by %s', (role) => {
    expect(answer(move(won, 'feedback', { ...back, who: [role] }))).toBe('notAllowed')
  })

  test('not without a reason, and not to another stage', () => {
    expect(answer(move(won, 'feedback', { ...back, reason: '' }))).toBe('reasonNeeded')
    expect(answer(move(won, 'held', back))).toBe('moveNotAllowed')
    expect(answer(move(won, 'won', { ...back, stageBefore: 'won' }))).toBe('moveNotAllowed')
    expect(answer(move(won, 'feedback', { reason: 'ошибка', who: ['director'] }))).toBe('moveNotAllowed')
  })
})

describe('every other move is refused', () => {
  const allowed: Record<Stage, Stage[]> = {
    unsorted: ['accepted', 'unreached', 'lost'],
    new: ['accepted', 'unreached', 'assigned', 'lost'],
    accepted: ['unreached', 'assigned', 'lost'],
    unreached: ['accepted', 'lost'],
    assigned: ['accepted', 'held', 'lost'],
    held: ['feedback', 'won', 'lost'],
    feedback: ['won', 'lost'],
    won: [],
    lost: [],
  }
  const stages = Object.keys(stageTitles) as Stage[]
  const refused = stages.flatMap((from) => stages.filter((to) => !allowed[from].includes(to)).map((to) => [from, to] as const))

  test.each(refused)('%s → %s', (from, to) => {
    const everything = heldDeal({ stage: from, ...tried(3), reportReceivedAt: thursday, ...decided })
    expect(move(everything, to, { reason: 'отказ клиента', who: ['director'] })).toEqual({
      ok: false,
      problem: { code: 'moveNotAllowed', from, to },
    })
  })

  test.each(stages)('movesFrom(%s) names the allowed ones', (from) => {
    expect(movesFrom(from)).toEqual(stages.filter((to) => allowed[from].includes(to)))
  })

  test('a closed deal offers the way back where it is known', () => {
    expect(movesFrom('won', 'feedback')).toEqual(['feedback'])
    expect(movesFrom('held', 'assigned')).not.toContain('assigned')
  })

  test('the usual way is made of allowed moves', () => {
    const usual: readonly Stage[] = ['unsorted', 'accepted', 'assigned', 'held', 'feedback', 'won']
    const steps = usual.slice(1).map((to, index) => movesFrom(usual[index]!).includes(to))
    expect(steps).toEqual([true, true, true, true, true])
  })
})

describe('new deals', () => {
  const create = (stage: Stage, deal: Deal, who: ReturnType<typeof client> | null = client()) =>
    answer(checkNew({ stage, client: who, deal, office: office() }))

  test.each(['site', 'social', 'email'] as const)('«Неразобранное» takes whatever came by %s', (channel) => {
    expect(create('unsorted', unsortedDeal({ channel, contact: '', phone: '' }), null)).toBe('')
  })

  test.each(['phoneOffice', 'phoneStaff'] as const)('«Неразобранное» is not for %s', (channel) => {
    expect(create('unsorted', unsortedDeal({ channel }))).toBe('badValue')
  })

  test.each(['new', 'accepted'] as const)('I4, I8: %s needs a complete client card', (stage) => {
    expect(create(stage, acceptedDeal())).toBe('')
    expect(create(stage, acceptedDeal(), client({ consentDate: null }))).toBe('incomplete consentDate')
  })

  test('I9: an employee creates it assigned, with consultant, topic and slot', () => {
    expect(create('assigned', assignedDeal({ channel: 'phoneStaff' }))).toBe('')
    expect(create('assigned', assignedDeal({ topic: null, eventId: '' }))).toBe('incomplete topic eventId')
    expect(create('assigned', assignedDeal(), null)).toMatch(/^incomplete organisation/)
    expect(create('assigned', assignedDeal(external))).toBe('externalDecisionNeeded')
  })

  test.each(['unreached', 'held', 'feedback', 'won', 'lost'] as const)('K5: none begins in %s', (stage) => {
    expect(create(stage, heldDeal())).toBe('badValue')
  })
})
