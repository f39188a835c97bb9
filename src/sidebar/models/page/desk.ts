/** The sidebar's screens together: which tab is shown, and how one screen leads to another. */

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { fullDayTime, shortName } from '../../../domain/text/russian'
import type { PageData, TodayItem } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Dialog } from '../../transports/transport'
import { type CardModel, createCardModel } from '../card/card'
import type { FieldKey } from '../card/cardFields'
import { createDisputes, type Disputes } from '../dialogs/disputes'
import { createLetters, type Letters } from '../dialogs/letters'
import { createTodayModel, type TodayModel } from '../dialogs/today'
import { createIntakeModel, type IntakeModel } from '../intake/intake'
import { createSlotHold, type SlotHold } from '../slots/slotHold'
import { type Booked, createSlotsModel, type SlotsModel } from '../slots/slots'
import { sentenceFor } from './caller'
import { nameOf, type Page } from './page'

export const tabs = ['today', 'intake', 'slots', 'card'] as const
export type Tab = (typeof tabs)[number]

export interface Desk {
  readonly page: Page
  readonly tab: ReadonlySignal<Tab>
  readonly today: TodayModel
  readonly intake: IntakeModel
  readonly slots: SlotsModel
  readonly card: CardModel
  readonly letters: Letters
  readonly hold: SlotHold
  readonly disputes: Disputes
  /** Where a dialog could not be opened. */
  readonly dialogTrouble: ReadonlySignal<string>
  /** Brings the first screen up to date. */
  start(): void
  /** The next tab by the arrows: the focus stays on the tabs. */
  turn(tab: Tab): void
  /** To a tab, ready to type where there is something to type. */
  go(tab: Tab): void
  /** «/»: to the one field that finds a client. */
  findClient(): void
  follow(item: TodayItem): void
  openDialog(dialog: Dialog): void
}

export function createDesk(page: Page, data: PageData): Desk {
  const tab = signal<Tab>(storedTab(page))
  const dialogTrouble = signal('')
  effect(() => page.drafts.write('tab', tab.value))
  const today = createTodayModel(page, data.today)
  const letters = createLetters(page)
  const card = createCardModel(page, {
    pickSlots: (shown) => {
      slots.begin(shown)
      tab.value = 'slots'
    },
    changed: () => {
      today.outdate()
      letters.hide()
    },
    lettersWait: sendLetters,
    booked: () => hold.booked(),
    show: () => turn('card'),
  })
  const slots = createSlotsModel(page, announceBooking)
  const intake = createIntakeModel(page, {
    openDeal: card.open,
    created: (created, { next, sentence, left }) => {
      card.receive(created, sentence)
      for (const [key, typed] of Object.entries(left)) card.type(key as FieldKey, typed)
      if (next === 'slots') slots.begin(created)
      tab.value = next
    },
    booked: announceBooking,
  })
  const disputes = createDisputes(page, {
    settled: (waiting) => {
      today.outdate()
      sendLetters(waiting)
    },
    openDeal: (id) => card.open({ id, row: null, clientId: null }),
    takeDown: (organisation) => {
      intake.back()
      intake.type(organisation)
      go('intake')
    },
  })
  const choices = { slots, card: card.move, intake: intake.own } as const
  const chosenOn = (shown: Tab) => (shown === 'today' ? null : choices[shown])
  const hold = createSlotHold(page, {
    picked: computed(() => chosenOn(tab.value)?.picked.value?.slot ?? null),
    lost: (sentence) => chosenOn(tab.value)?.lose(sentence),
  })

  function announceBooking({ card: booked, lettersWaiting }: Booked): void {
    const { start, consultant } = booked.deal
    hold.booked()
    card.receive(booked, text.slots.booked(start ? fullDayTime(start, page.clock.now.value) : '', shortName(nameOf(page, consultant))))
    turn('card')
    sendLetters(lettersWaiting)
  }
  function sendLetters(waiting: number): void {
    if (waiting > 0) letters.send()
  }

  function revisit(): void {
    if (tab.value === 'today') today.revisit()
    if (tab.value === 'slots') slots.revisit()
  }
  function turn(next: Tab): void {
    tab.value = next
    page.focus.value = { id: `tab-${next}` }
  }
  function go(next: Tab): void {
    turn(next)
    revisit()
    if (next === 'intake' && intake.form.value.phase === 'search') page.focus.value = { id: 'intake-search' }
    if (next === 'card' && card.card.value === null) page.focus.value = { id: 'deal-search' }
  }

  function openDialog(dialog: Dialog): void {
    dialogTrouble.value = ''
    page.transport.open(dialog).catch((error: unknown) => {
      dialogTrouble.value = sentenceFor(error, text.today.dialogFailed)
    })
  }

  return {
    page,
    tab,
    today,
    intake,
    slots,
    card,
    letters,
    hold,
    disputes,
    dialogTrouble,
    start: revisit,
    turn: (next) => {
      turn(next)
      revisit()
    },
    go,
    findClient: () => {
      if (intake.form.value.phase !== 'search') intake.back()
      go('intake')
    },
    follow: (item) => {
      if (item.opens !== 'deal' && item.opens !== 'nothing') openDialog(item.opens)
      else if (item.deal) card.open(item.deal)
    },
    openDialog,
  }
}

function storedTab(page: Page): Tab {
  const kept = page.drafts.read('tab')
  return tabs.find((name) => name === kept) ?? 'today'
}
