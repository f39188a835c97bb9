/** «Время уже согласовано»: an employee's own consultation, on a free slot or at a time of its own (I9). */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Format } from '../../../domain/deal/deal'
import type { ConsultantSlots, FreeSlot, SlotList } from '../../../rpc/contract'
import { text } from '../../text.ru'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'
import { slotRef } from '../slots/slotRoom'
import { type Booked, isLost, type Picked } from '../slots/slots'
import { type IntakeForm, nameOfForm } from './intakeForm'
import { type OwnTime, ownTimes, withOwnTime } from './ownTime'

export interface IntakeOwn {
  readonly finder: Caller
  readonly agreed: ReadonlySignal<boolean>
  readonly consultant: ReadonlySignal<string>
  readonly list: ReadonlySignal<SlotList | null>
  readonly picked: ReadonlySignal<Picked | null>
  readonly time: ReadonlySignal<OwnTime>
  readonly format: Signal<Format>
  readonly place: Signal<string>
  /** Why it is entered though it has been held, or against the rules; '' = not told. */
  readonly why: Signal<string>
  readonly lost: ReadonlySignal<string>
  /** What is missing, said at its field. */
  readonly faults: ReadonlySignal<{ readonly topic: string; readonly time: string }>
  turn(agreed: boolean): void
  choose(consultant: string): void
  pick(consultant: ConsultantSlots, slot: FreeSlot): void
  unpick(): void
  typeTime(change: Partial<OwnTime>): void
  lose(sentence: string): void
  /** Names what is missing; true = nothing is. */
  check(): boolean
  book(): Promise<void>
}

export interface OwnLinks {
  readonly caller: Caller
  readonly form: ReadonlySignal<IntakeForm>
  booked(result: Booked): void
  /** Its form is on screen no more. */
  late(result: Booked): void
  refused(trouble: Trouble): void
}

const noTime: OwnTime = { date: '', from: '', to: '' }
const noFaults = { topic: '', time: '' }

export function createIntakeOwn(page: Page, { caller, form, booked, late, refused }: OwnLinks): IntakeOwn {
  const finder = createCaller(page)
  const agreed = signal(false)
  const consultant = signal(page.me.initials)
  const list = signal<SlotList | null>(null)
  const picked = signal<Picked | null>(null)
  const time = signal(noTime)
  const format = signal<Format>('inPerson')
  const place = signal('')
  const why = signal('')
  const lost = signal('')
  const faults = signal(noFaults)

  function load(): void {
    list.value = null
    finder.drop()
    if (!agreed.value || consultant.value === '') return
    const input = { topic: null, consultant: consultant.value, agreedWith: null, part: null, from: null }
    const done = (value: SlotList) => {
      list.value = value
    }
    void finder.look({ by: 'list', method: 'slot/list', input, done })
  }
  function turn(on: boolean): void {
    batch(() => {
      agreed.value = on
      picked.value = null
      time.value = noTime
      place.value = ''
      why.value = ''
      lost.value = ''
      faults.value = noFaults
      consultant.value = form.value.agreedWith || page.me.initials
    })
    load()
  }
  function lose(sentence: string): void {
    batch(() => {
      lost.value = sentence
      picked.value = null
      caller.forgive()
    })
    load()
  }

  function check(): boolean {
    const chosen = picked.value !== null || ownTimes(time.value) !== null
    faults.value = {
      topic: form.value.topic === null ? text.slots.chooseTopic : '',
      time: consultant.value === '' ? text.intake.ownConsultant : chosen ? '' : text.intake.ownTime,
    }
    if (faults.value.time) page.point(consultant.value === '' ? 'own-consultant' : 'own-date')
    if (faults.value.topic) page.point('intake-topic')
    return faults.value.topic === '' && faults.value.time === ''
  }
  async function book(): Promise<void> {
    const { chosen, client, topic, request } = form.value
    if (topic === null) return
    const slot = picked.value ? slotRef(picked.value.slot) : null
    const at = slot ? null : ownTimes(time.value)
    const told = { consultant: consultant.value, topic, request, format: format.value, place: place.value }
    const heard = (trouble: Trouble) => (isLost(trouble.problem) ? lose(trouble.message) : refused(trouble))
    const reason = why.value.trim() === '' ? {} : { overrideReason: why.value.trim() }
    const input = { clientId: chosen?.id ?? null, client, ...told, slot, at, ...reason }
    await caller.ask({ by: 'own', method: 'deal/bookOwn', input, done: booked, late, about: nameOfForm(form.value), refused: heard })
  }

  return {
    finder,
    agreed,
    consultant,
    list,
    picked,
    time,
    format,
    place,
    why,
    lost,
    faults,
    turn,
    choose: (initials) => {
      consultant.value = initials
      picked.value = null
      load()
    },
    pick: (one, slot) => {
      batch(() => {
        picked.value = { consultant: one, slot }
        time.value = noTime
        lost.value = ''
        faults.value = { ...faults.value, time: '' }
      })
    },
    unpick: () => {
      picked.value = null
    },
    typeTime: (change) => {
      picked.value = null
      time.value = withOwnTime(time.value, change)
      faults.value = { ...faults.value, time: '' }
    },
    lose,
    check,
    book,
  }
}
