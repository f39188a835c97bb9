/** The sidebar's screens together: which tab is shown, and how one screen leads to another. */

import { computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import type { MissingField } from '../../../domain/problem'
import { fullDayTime, shortName } from '../../../domain/text/russian'
import type { Card, PageData, TodayItem } from '../../../rpc/contract'
import { text } from '../../text.ru'
import type { Dialog } from '../../transports/transport'
import { type CardModel, createCardModel } from '../card/card'
import { createDisputes, type Disputes } from '../dialogs/disputes'
import { createLetters, type Letters } from '../dialogs/letters'
import { createTodayModel, type TodayModel } from '../dialogs/today'
import { createIntakeModel, type IntakeModel } from '../intake/intake'
import { createMarksModel, type MarksModel } from '../pocket/marks'
import { createMineModel, type MineModel } from '../pocket/mine'
import { createSlotHold, type SlotHold } from '../slots/slotHold'
import { type Booked, createSlotsModel, type SlotsModel } from '../slots/slots'
import { sentenceFor } from './caller'
import { nameOf, type Page } from './page'

const tabs = ['today', 'intake', 'slots', 'card', 'mine'] as const
export type Tab = (typeof tabs)[number]

/** Who consults has his own beside the office's; who does nothing else begins with them. */
function tabsOf({ me: { initials, roles } }: Pick<Page, 'me'>): readonly Tab[] {
  if (initials === '' || !roles.includes('consultant')) return tabs.filter((tab) => tab !== 'mine')
  return isOnlyConsultant(roles) ? ['mine', 'today', 'intake', 'slots', 'card'] : tabs
}

function isOnlyConsultant(roles: readonly string[]): boolean {
  return roles.length > 0 && roles.every((role) => role === 'consultant')
}

export interface Desk {
  readonly page: Page
  /** In the order of the screen; free hours of others are no consultant's daily screen, and stand there while he looks for one. */
  readonly tabs: ReadonlySignal<readonly Tab[]>
  readonly tab: ReadonlySignal<Tab>
  /** A consultant's own: absent tabs have none. */
  readonly mine: MineModel
  readonly marks: MarksModel
  readonly today: TodayModel
  readonly intake: IntakeModel
  readonly slots: SlotsModel
  readonly card: CardModel
  readonly letters: Letters
  readonly hold: SlotHold
  readonly disputes: Disputes
  /** Where a dialog could not be opened. */
  readonly dialogTrouble: ReadonlySignal<string>
  /** Brings the screen shown up to date: at the start, when the window is looked at again, from time to time. */
  start(): void
  /** The next tab by the arrows: the focus stays on the tabs. */
  turn(tab: Tab): void
  /** To a tab, ready to type where there is something to type. */
  go(tab: Tab): void
  /** «/»: to the one field that finds a client. */
  findClient(): void
  follow(item: TodayItem): void
  /** The caller's own consultation, which he holds himself: shown in short. */
  isPocket(card: Card): boolean
  /** From a card back to the list that it was opened from. */
  backToMine(): void
  showMine(part: 'list' | 'marks'): void
  /** From «Слоты» to the field of the card that a booking waits for. */
  fillIn(card: Card, field: MissingField): void
  /** From «Слоты» to the request that was not accepted, at what is wrong in it. */
  backToRequest(): void
  openDialog(dialog: Dialog): void
}

export function createDesk(page: Page, data: PageData): Desk {
  /** One signal with the attention's place: where a request is asked from is known at once, within a batch too. */
  const tab = page.attention.place as Signal<Tab>
  const shownTabs = tabsOf(page)
  tab.value = storedTab(page, shownTabs)
  const dialogTrouble = signal('')
  const today = createTodayModel(page, data.today, (waiting) => {
    slots.outdate()
    sendLetters(waiting)
  })
  const mine = createMineModel(page)
  const marks = createMarksModel(page, () => {
    today.outdate()
    slots.outdate()
  })
  const letters = createLetters(page)
  const card = createCardModel(page, {
    pickSlots: (shown) => {
      tab.value = 'slots'
      slots.begin(shown)
    },
    changed: () => {
      today.outdate()
      mine.outdate()
      slots.outdate()
      letters.hide()
    },
    lettersWait: sendLetters,
    booked: () => hold.booked(),
    show: () => turn('card'),
  })
  const slots = createSlotsModel(page, { booked: announceBooking, late: tellBooking })
  // A request without its number is found again where it was written down.
  effect(() => page.drafts.write('tab', tab.value === 'slots' && slots.awaited.request.value !== null ? 'intake' : tab.value))
  const intake = createIntakeModel(page, {
    openDeal: card.open,
    awaited: (request) => {
      tab.value = 'slots'
      slots.expect(request)
    },
    arrived: slots.arrive,
    settled: slots.awaited.settle,
    created: (created, { awaited, next, sentence, left }) => {
      card.keep(created, left)
      if (awaited && tab.value === 'slots') {
        if (!card.edits.dirty.value) card.receive(created, sentence)
        return slots.outdate(false)
      }
      if (next === 'aside') return page.attention.follow('late', () => card.bring(created, text.intake.created(created.deal.id)))
      if (next === 'card' || page.attention.isQuiet()) return card.bring(created, sentence)
      if (!card.edits.dirty.value) card.receive(created, sentence)
      tab.value = next
      slots.begin(created, true)
    },
    booked: announceBooking,
    bookedLate: tellBooking,
  })
  effect(() => {
    const { phase, topic, agreedWith } = intake.form.value
    if (phase === 'form' && topic !== null && !intake.own.agreed.value) untracked(() => slots.lookAhead(topic, agreedWith))
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
  const chosenOn = (shown: Tab) => (shown === 'today' || shown === 'mine' ? null : choices[shown])
  const hold = createSlotHold(page, {
    picked: computed(() => chosenOn(tab.value)?.picked.value?.slot ?? null),
    lost: (sentence) => chosenOn(tab.value)?.lose(sentence),
  })

  effect(() => {
    const shown = card.card.value
    if (shown) untracked(() => slots.follow(shown))
  })

  function announceBooking(result: Booked): void {
    hold.booked()
    tellBooking(result)
  }
  /** Of an hour that is picked on no screen any more. */
  function tellBooking({ card: booked, lettersWaiting }: Booked): void {
    const { start, consultant } = booked.deal
    card.bring(booked, text.slots.booked(start ? fullDayTime(start, page.clock.now.value) : '', shortName(nameOf(page, consultant))))
    sendLetters(lettersWaiting)
  }
  function sendLetters(waiting: number): void {
    if (waiting > 0) letters.send()
  }

  /** What is looked at is read anew where it is old, or not there since the page was reloaded. */
  function revisit(): void {
    if (tab.value === 'today') today.revisit()
    if (tab.value === 'mine') revisitMine()
    if (tab.value === 'slots') slots.revisit()
    if (tab.value !== 'card') return
    card.restore('shown')
    card.fresh.revisit()
  }
  function revisitMine(): void {
    if (mine.part.value === 'marks') marks.revisit()
    else mine.revisit()
  }
  function showMine(part: 'list' | 'marks'): void {
    mine.part.value = part
    go('mine')
  }
  function turn(next: Tab): void {
    if (page.attention.isQuiet()) return
    tab.value = next
    page.point(`tab-${next}`)
  }
  function go(next: Tab): void {
    turn(next)
    revisit()
    if (next === 'intake' && intake.form.value.phase === 'search') page.point('intake-search')
    if (next === 'card' && card.card.value === null) page.point('deal-search')
  }

  function openDialog(dialog: Dialog): void {
    dialogTrouble.value = ''
    page.transport.open(dialog).catch((error: unknown) => {
      dialogTrouble.value = sentenceFor(error, text.today.dialogFailed)
    })
  }

  return {
    page,
    tabs: computed(() => shownTabs.filter((one) => one !== 'slots' || tab.value === 'slots' || !isOnlyConsultant(page.me.roles))),
    tab,
    mine,
    marks,
    today,
    intake,
    slots,
    card,
    letters,
    hold,
    disputes,
    dialogTrouble,
    start: () => {
      revisit()
      card.restore('edited')
    },
    turn: (next) => {
      turn(next)
      revisit()
    },
    go,
    findClient: () => {
      if (intake.form.value.phase !== 'search') intake.back()
      go('intake')
    },
    fillIn: (wanted, field) => {
      card.bring(wanted, '')
      if (card.card.value?.deal.id === wanted.deal.id) card.jump(field)
    },
    isPocket: ({ deal, archive }) => {
      const isHeld = deal.stage === 'assigned' || deal.stage === 'held' || deal.stage === 'feedback'
      return isHeld && archive === undefined && deal.consultant === page.me.initials && isOnlyConsultant(page.me.roles)
    },
    backToMine: () => go('mine'),
    showMine,
    follow: (item) => {
      if (item.opens === 'slotBoard' && item.mine && shownTabs.includes('mine')) showMine('marks')
      else if (item.opens !== 'deal' && item.opens !== 'nothing') openDialog(item.opens)
      else if (item.deal) card.open(item.deal)
    },
    backToRequest: () => {
      slots.begin(null)
      go('intake')
      intake.review()
    },
    openDialog,
  }
}

function storedTab(page: Page, shown: readonly Tab[]): Tab {
  const kept = page.drafts.read('tab')
  return shown.find((name) => name === kept) ?? shown[0] ?? 'today'
}
