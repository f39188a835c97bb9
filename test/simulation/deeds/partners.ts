/** amoCRM and Planfix beside some of the offices: connected as the dialogs do it, what people do there, and their bad days. */
import { amoHand, siteForm } from '../../../emulator/partners/amocrm/amoHand'
import type { AmoFault, AmoState } from '../../../emulator/partners/amocrm/amoState'
import { sampleAmo, samplePipeline, sampleStatus } from '../../../emulator/partners/amocrm/sampleAmo'
import type { PlanfixFault, PlanfixState } from '../../../emulator/partners/planfixState'
import type { World } from '../../../emulator/world/types'
import { amoToken, connectedAmo } from '../../fixtures/amoDesk'
import { director, office } from '../../fixtures/desk'
import { besidePlanfix, connect, doneStatus } from '../../fixtures/planfixDesk'
import type { Running } from '../running'
import { randomOf, type Step } from '../story'
import { clientOf, marked } from './clients'
import { type Deed, picked, type Stage, stages } from './deal'
import { everybody, manager2 } from './people'

const projects = ['Ресурсный центр НКО', 'Поддержка ТОС', 'Активное село', 'не распределено']

/** Half of the offices have neither, the others one or both: by the seed alone, so that a part of a story has the same. */
export function withPartners(world: World, seed: string): World {
  const kind = randomOf(`partners ${seed}`)(6)
  const { amocrm: _amocrm, planfix: _planfix, ...others } = world.state.partners ?? {}
  world.state.partners = others
  if (kind === 3 || kind === 5) {
    besidePlanfix(world)
    world.state.partners = { ...others, ...world.state.partners }
    connect(world)
  }
  if (kind >= 4) {
    world.state.partners = { ...world.state.partners, amocrm: account() }
    connectedAmo(world)
  }
  return world
}

function account(): AmoState {
  const emails = [office, manager2, director, ...Object.values(everybody).map(({ email }) => email)]
  const users = emails.map((email, at) => ({ id: at + 1, name: email.split('@')[0] ?? '', email }))
  return sampleAmo({ token: amoToken, users, initials: Object.keys(everybody), projects })
}

const inAmo =
  (act: (it: Running, amo: AmoState, step: Step) => void): Deed =>
  (it, step) => {
    const amo = it.world.state.partners?.amocrm
    if (amo !== undefined) act(it, amo, step)
  }
const inPlanfix =
  (act: (planfix: PlanfixState, step: Step) => void): Deed =>
  ({ world }, step) => {
    const planfix = world.state.partners?.planfix
    if (planfix !== undefined) act(planfix, step)
  }

/** A form of the site brings it to «Неразобранное» there. */
const arrives = inAmo((it, amo, step) => {
  const mark = marked(it)
  const { organisation, contact, phone } = clientOf(it, step)
  amoHand(amo, it.world.state.now).arrives('forms', siteForm(organisation, contact, phone, `${mark} отчёт`))
  it.ledger.requests.set(mark, true)
})

const troubles: readonly AmoFault['kind'][] = ['timeout', 'timeoutAfter', 'tooMany', 'unavailable']
const planfixTroubles: readonly PlanfixFault['kind'][] = ['timeout', 'timeoutAfter', 'tooMany', 'unavailable', 'queued', 'failures']
/** A request or two go wrong, or an hour of them. */
const times = (way: number) => (way % 3 === 0 ? 40 : 1 + (way % 2))

function fails(it: Running, kind: string): void {
  it.count(kind)
  it.isPartnerDown = true
}

/** A hand on one lead that the desk knows; who it is differs. */
const onLead = (act: (hand: ReturnType<typeof amoHand>, lead: number, step: Step, isWaiting: boolean, it: Running) => void): Deed =>
  inAmo((it, amo, step) => {
    const lead = picked(
      amo.leads.filter(({ is_deleted, pipeline_id }) => !is_deleted && pipeline_id === samplePipeline),
      step.pick,
    )
    const user = picked(amo.users, step.way)?.id
    const isWaiting = amo.unsorted.some((one) => one.lead === lead?.id)
    if (lead !== undefined) act(amoHand(amo, it.world.state.now, user), lead.id, step, isWaiting, it)
  })

const wanted = Object.keys(stages).filter((one) => one !== 'unsorted') as Exclude<Stage, 'unsorted'>[]
const moveLead = onLead((hand, lead, { way }, isWaiting, it) => {
  const stage = picked(wanted, way) ?? 'new'
  if (isWaiting) acceptThere(it, hand, lead)
  else hand.edit(lead, { status: sampleStatus(stage), ...(stage === 'lost' ? { reason: 52 } : {}) })
})

/** What the form said goes with «Неразобранное»: where the desk has not read it by then, it never will. */
function acceptThere(it: Running, hand: ReturnType<typeof amoHand>, lead: number): void {
  const waiting = it.world.state.partners?.amocrm?.unsorted.find((one) => one.lead === lead)
  for (const [mark] of JSON.stringify(waiting).matchAll(/вопрос-\d+-/g)) it.ledger.requests.set(mark, false)
  hand.accept(lead, sampleStatus('new'))
}

const fillLead = onLead((hand, lead, { pick, way }) => {
  if (way % 4 === 0) hand.edit(lead, { fields: { 'Продолжительность, мин': [45, 60, 4800][pick % 3] ?? 45 } })
  else if (way % 4 === 1) hand.edit(lead, { fields: { Содержание: `Там записано ${pick}` } })
  else if (way % 4 === 2) hand.contact(lead, { phone: `+7 923 ${1_000_000 + pick}` })
  else hand.note(lead, `Заметка ${pick}`)
})

export const partnerDeeds: Readonly<Record<string, Deed>> = {
  'amo/arrives': arrives,
  'amo/move': moveLead,
  'amo/fill': fillLead,
  'amo/remove': onLead((hand, lead, _step, isWaiting) => (isWaiting ? undefined : hand.remove(lead))),
  'amo/down': inAmo((it, amo, { pick, way }) => {
    amo.faults.push({ kind: picked(troubles, pick) ?? 'timeout', path: picked(['', 'leads', 'contacts'], way) ?? '', times: times(way) })
    fails(it, 'amoDown')
  }),
  'planfix/done': inPlanfix((planfix, { pick }) => {
    const task = picked(
      planfix.tasks.filter(({ status }) => status !== doneStatus),
      pick,
    )
    if (task !== undefined) task.status = doneStatus
  }),
  'planfix/down': (it, step) =>
    inPlanfix((planfix, { pick, way }) => {
      planfix.faults.push({ kind: picked(planfixTroubles, pick) ?? 'timeout', path: '', times: times(way) })
      fails(it, 'planfixDown')
    })(it, step),
}

/** Both answer again. */
export function partnersUp(it: Running): void {
  const { state } = it.world
  it.isPartnerDown = false
  for (const partner of [state.partners?.amocrm, state.partners?.planfix]) if (partner !== undefined) partner.faults = []
  if (state.partners?.amocrm !== undefined) state.partners.amocrm.blockedUntil = 0
}
