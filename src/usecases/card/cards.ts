/** The card as a screen shows it: what is missing, the next steps with the likeliest first, what may be edited. */

import type { Client } from '../../domain/client/client'
import { attemptsMade } from '../../domain/deal/attempts'
import { missingClientFields, missingDealFields } from '../../domain/deal/card'
import { distributionProblem } from '../../domain/deal/closing'
import { type Deal, openStages, type Stage } from '../../domain/deal/deal'
import { dealFields } from '../../domain/deal/fields'
import { isBeyondMoveLimit } from '../../domain/deal/moveLimit'
import { checkMove, movesFrom, stageRight } from '../../domain/deal/pipeline'
import { noProject, stageTitles } from '../../domain/deal/words'
import { isUndecidedBooking } from '../../domain/external/decision'
import { isLeftToTell } from '../../domain/letter/telling'
import { leads } from '../../domain/office/actions'
import type { Office } from '../../domain/office/office'
import type { MissingField } from '../../domain/problem'
import { type Group, typedKeys } from '../../domain/register/field'
import { dayTime } from '../../domain/text/russian'
import { problemText } from '../../domain/text/text.ru'
import { addMinutes, type LocalDateTime } from '../../domain/time/localTime'
import { nextOpening } from '../../domain/time/workingTime'
import type { Card, CardFields, DealRef, Step } from '../../rpc/contract'
import type { Caller, Moment } from '../changes'
import type { Desk } from '../desk'
import { askableProjects } from '../externals/askable'
import { expertOf } from '../externals/expert'
import { forbidden } from '../permissions'

export function refOf(deal: Deal, row: number | null): DealRef {
  return { id: deal.id, row, version: deal.version, clientId: deal.clientId }
}

export function cardOf(deal: Deal, row: number | null, client: Client | null, desk: Desk, moment: Moment): Card {
  return {
    deal,
    ref: refOf(deal, row),
    client,
    missing: missingNow(deal, client, desk),
    steps: stepsOf(deal, client, desk, moment),
    editable: editableFields(deal, moment),
    attemptsNeeded: desk.office.settings.attemptsNeeded,
    nextAttemptAt: nextAttemptFrom(deal, desk.office),
  }
}

/** I7: attempts stand so many minutes apart; nobody is called while the office is closed. */
function nextAttemptFrom(deal: Deal, office: Office): LocalDateTime | null {
  if (attemptsMade(deal) === 0 || deal.lastAttemptAt === null) return null
  return nextOpening(office, addMinutes(deal.lastAttemptAt, office.settings.attemptGapMinutes))
}

/** What the next stage on the usual way asks for. */
function missingNow(deal: Deal, client: Client | null, desk: Desk): readonly MissingField[] {
  const { required } = desk.office
  const ofClient = missingClientFields(client, required)
  switch (deal.stage) {
    case 'assigned':
      return missingDealFields(deal, 'held', required)
    case 'held':
    case 'feedback':
      return missingDealFields(deal, 'won', required)
    case 'won':
    case 'lost':
      return []
    default:
      return deal.topic === null
        ? [...ofClient, ...missingDealFields(deal, 'assigned', required).filter(({ field }) => field === 'topic')]
        : ofClient
  }
}

/** A closed deal is opened again by the director or the administrator, with a reason. */
function reopenSteps(deal: Deal, { who }: Moment): Step[] {
  const may = leads(who.roles)
  const isClosed = deal.stage === 'won' || deal.stage === 'lost'
  return isClosed && may ? [{ ...step('reopen', '', 'Вернуть на прежний этап…'), needsReason: true }] : []
}

/** What a booking may ask of its people: the reason of a move (R1), «не смогу провести» (G6), the decision on an external consultant (T2). */
function bookingSteps(deal: Deal, { office }: Desk, { who }: Moment): Step[] {
  const isOpen = deal.stage === 'new' || deal.stage === 'accepted'
  if (isOpen && deal.externalAt === null) return externalSteps(deal, office, who)
  const undecided = isUndecidedBooking(deal, office) ? externalSteps(deal, office, who) : []
  if (deal.stage !== 'assigned') return undecided
  const report = reportSteps(deal, office, who)
  if (forbidden(who, 'assign', deal) !== null) return [...undecided, ...report]
  const cannot = deal.cannotHold === '' ? [{ ...step('cannotHold', '', 'Не сможет провести…'), needsReason: true }] : []
  return [...undecided, ...report, step('reschedule', '', 'Перенести…'), ...cannot]
}

/** G5, G6: given to another consultant; of a move too far also put back, or accepted with a reason. */
function officeSteps(deal: Deal, desk: Desk, { who, now }: Moment): Step[] {
  if (deal.stage !== 'assigned' || forbidden(who, 'reassign', deal) !== null) return []
  const other = step('reassign', '', 'Передать другому…')
  if (!isTooFar(deal, desk, now)) return [other]
  return [
    step('limit', 'putBack', `Вернуть на ${dayTime(deal.firstStart ?? '', now)}`),
    other,
    { ...step('limit', 'accept', 'Принять перенос…'), needsReason: true },
  ]
}

/** As the obligation G5.limit counts: once it has begun there is nothing to put back. */
function isTooFar(deal: Deal, { office }: Desk, now: LocalDateTime): boolean {
  return deal.stage === 'assigned' && now < (deal.start ?? '') && isBeyondMoveLimit(deal, office)
}

/** T2: the director decides himself; anybody who books asks the project's manager. */
function externalSteps(deal: Deal, office: Office, who: Caller): Step[] {
  const decides = leads(who.roles)
  const options = forbidden(who, 'assign', deal) === null ? askableProjects(office) : []
  const title = deal.externalAskedAt === null ? 'Спросить руководителя проекта…' : 'Спросить руководителя ещё раз…'
  return [
    ...(decides ? [allowStep(deal, office)] : []),
    ...(options.length === 0 ? [] : [{ ...step('askExternal', '', title), needsReason: true, options }]),
  ]
}

/** The director says of which project, where the deal's own does not provide for externals. */
function allowStep({ project }: Deal, { projects }: Office): Step {
  const able = projects.filter(({ externals }) => externals).map(({ name }) => name)
  const plain = step('external', 'allow', 'Разрешить внешнего консультанта')
  return able.includes(project) ? plain : { ...plain, title: `${plain.title}…`, needsReason: true, options: able }
}

/** C3: the link to the report, while it has not come. */
function reportSteps(deal: Deal, office: Office, who: Caller): Step[] {
  const expert = expertOf(deal, office)
  if (expert === undefined || deal.reportReceivedAt !== null || forbidden(who, 'fill', deal) !== null) return []
  const title = `Отправить ссылку на отчёт${deal.reportSentAt === null ? '' : ' ещё раз'}`
  return [{ ...step('sendReport', '', title), blockedBy: expert.email === '' ? 'у консультанта нет почты на листе «Сотрудники»' : '' }]
}

/** R1: moved in the calendar, and nobody has said why yet. */
function reasonSteps(deal: Deal): Step[] {
  const isOwed = deal.stage === 'assigned' && deal.movedAt !== null && deal.moves > 0 && deal.moveReason === ''
  return isOwed ? [{ ...step('reason', '', 'Указать причину переноса…'), needsReason: true }] : []
}

const callStages: readonly Stage[] = ['unsorted', 'new', 'unreached', 'accepted']

function stepsOf(deal: Deal, client: Client | null, desk: Desk, moment: Moment): Step[] {
  const isAccepted = deal.stage === 'accepted'
  const calls = callSteps(deal, desk, moment)
  const slots = slotSteps(deal)
  const ways = isAccepted ? [...slots, ...calls] : [...calls, ...slots]
  const moves = moveSteps(deal, client, desk, moment)
  const office = officeSteps(deal, desk, moment)
  const isUrgent = deal.cannotHold !== '' || isTooFar(deal, desk, moment.now)
  const onwards = [...reasonSteps(deal), ...ways, ...moves.filter((one) => !isRare(one))]
  const kept = [...onwards, ...bookingSteps(deal, desk, moment)]
  const steps = [...(isUrgent ? [...office, ...kept] : [...kept, ...office]), ...moves.filter(isRare), ...reopenSteps(deal, moment)]
  const taken = steps.filter((one) => mayTake(one, deal, moment))
  const first = taken.find((one) => one.blockedBy === '' && (!isRare(one) || (isUrgent && one.kind === 'reassign')))
  return taken.map((step) => ({ ...step, primary: step === first }))
}

/** A button that this person may not press is not shown: it would only be refused. */
function mayTake({ kind, value }: Step, deal: Deal, { who }: Moment): boolean {
  const right =
    kind === 'note' ? 'call' : kind === 'slots' || kind === 'reason' ? 'assign' : kind === 'move' ? stageRight(value as Stage) : null
  return right === null || forbidden(who, right, deal) === null
}

/** Never the blue button: what is done seldom, or ends something. */
function isRare({ kind, value }: Step): boolean {
  const rare: readonly Step['kind'][] = ['cannotHold', 'external', 'askExternal', 'sendReport', 'reschedule', 'reassign', 'limit']
  return rare.includes(kind) || (kind === 'move' && (value === 'lost' || value === 'accepted'))
}

function step(kind: Step['kind'], value: string, title: string): Step {
  return { kind, value, title, primary: false, blockedBy: '', needsReason: false }
}

/** In «Принято в работу» time is looked for first, but the client may stop answering there too. */
function callSteps(deal: Deal, desk: Desk, { now }: Moment): Step[] {
  const told = isLeftToTell(deal, now) ? [step('note', 'reached', tellTitle(deal))] : []
  if (deal.stage === 'assigned' || !callStages.includes(deal.stage)) return told
  const count = `${attemptsMade(deal)}/${desk.office.settings.attemptsNeeded}`
  return [
    ...(deal.stage === 'accepted' ? told : [step('note', 'reached', 'Дозвонились')]),
    step('note', 'noAnswer', `Не ответили ${count}`),
    step('note', 'messenger', 'Написали в мессенджер'),
  ]
}

function tellTitle({ stage }: Deal): string {
  return stage === 'assigned' ? 'Клиенту сообщили время' : 'Клиенту сообщили об отмене'
}

function slotSteps(deal: Deal): Step[] {
  return deal.stage === 'accepted' || deal.stage === 'new' ? [step('slots', '', 'Подобрать время')] : []
}

const moveTitles: Partial<Record<Stage, string>> = {
  accepted: 'Принять в работу',
  held: 'Консультация проведена',
  feedback: 'Запросить отзыв',
  won: 'Завершить успешно',
  lost: 'В неуспешные…',
}

function moveSteps(deal: Deal, client: Client | null, desk: Desk, moment: Moment): Step[] {
  return movesFrom(deal.stage)
    .filter((to) => to !== 'assigned' && to !== 'unreached')
    .map((to) => moveStep(deal, client, to, desk, moment))
}

/** Missing fields do not block the button: they are asked for at the move. A move that only needs a reason is open too. */
function moveStep(deal: Deal, client: Client | null, to: Stage, desk: Desk, moment: Moment): Step {
  const releases = deal.stage === 'assigned' && to === 'accepted'
  const needsReason = to === 'lost' || releases
  const reason = to === 'lost' ? 'отказ клиента' : releases ? 'по просьбе клиента' : ''
  const checked = checkMove({ deal, client, to, reason, now: moment.now, office: desk.office, who: moment.who.roles })
  const blocks = !checked.ok && checked.problem.code !== 'incomplete'
  const title = releases ? 'Отменить назначение…' : (moveTitles[to] ?? stageTitles[to])
  const made = { ...step('move', to, title), needsReason, blockedBy: blocks ? problemText(checked.problem, moment.now) : '' }
  return distributionProblem(deal, to) === null
    ? made
    : { ...made, title: `${title}…`, needsReason: true, options: projectsOf(desk.office) }
}

/** K1: to which project the card goes, «не распределено» as an answer too. */
function projectsOf({ projects }: Office): readonly string[] {
  return [...projects.map(({ name }) => name).filter((name) => name !== noProject), noProject]
}

const laterStages: readonly Stage[] = ['assigned', 'held', 'feedback']
/** Stages in which the fields of a group are filled. */
const filledIn: Readonly<Record<Group, readonly Stage[]>> = {
  client: [],
  request: openStages,
  booking: laterStages,
  result: laterStages,
  feedback: ['feedback'],
}

function editableFields(deal: Deal, { who }: Moment): readonly (keyof CardFields)[] {
  if (forbidden(who, 'fill', deal) !== null) return []
  return typedKeys(dealFields).filter((key) => isEditable(dealFields[key], deal, who))
}

/** What the client has said himself is nobody's to write (K3). */
function isEditable({ group, set }: (typeof dealFields)[keyof CardFields], deal: Deal, who: Caller): boolean {
  if (!filledIn[group].includes(deal.stage) || forbidden(who, set.page, deal) !== null) return false
  return group !== 'feedback' || (deal.feedbackAt === null && (deal.consultant === '' || deal.consultant !== who.initials))
}
