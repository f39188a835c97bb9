/** «Расхождения»: lines where calendar and register tell differently, each settled by a button of its own. */

import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { DiscrepancyItem, DiscrepancyOutcome } from '../../../rpc/calendarContract'
import type { DealMatch, Input } from '../../../rpc/contract'
import { disputes as text } from '../../text/disputes.ru'
import { type Caller, createCaller, type Trouble } from '../page/caller'
import type { Page } from '../page/page'

/** A line with the outcome that was pressed. */
export interface Asking {
  readonly item: DiscrepancyItem
  readonly outcome: DiscrepancyOutcome
}

export interface Disputes {
  readonly finder: Caller
  readonly caller: Caller
  readonly search: Caller
  readonly open: ReadonlySignal<boolean>
  readonly items: ReadonlySignal<readonly DiscrepancyItem[] | null>
  /** What is being asked about, or has failed. */
  readonly asking: ReadonlySignal<Asking | null>
  readonly reason: Signal<string>
  readonly query: Signal<string>
  readonly matches: ReadonlySignal<readonly DealMatch[] | null>
  readonly chosen: ReadonlySignal<DealMatch | null>
  /** Said on top: what was just settled. */
  readonly done: ReadonlySignal<string>
  /** What is still to be given before it can be done: a reason, a deal. */
  isComplete(): boolean
  show(): void
  choose(item: DiscrepancyItem, outcome: DiscrepancyOutcome): void
  findDeals(): void
  chooseDeal(match: DealMatch | null): void
  confirm(): Promise<void>
  /** From the question to the list, from the list to «Сегодня». */
  back(): void
  openDeal(id: number): void
}

export interface DisputeLinks {
  settled(lettersWaiting: number): void
  openDeal(id: number): void
  /** A request of this organisation is taken down. */
  takeDown(organisation: string): void
}

/** Not done at once even where no reason is demanded: the client's time goes. */
const asksFirst: readonly DiscrepancyOutcome['value'][] = ['release', 'reassign']

export function createDisputes(page: Page, links: DisputeLinks): Disputes {
  const finder = createCaller(page)
  const caller = createCaller(page)
  const search = createCaller(page)
  const open = signal(false)
  const items = signal<readonly DiscrepancyItem[] | null>(null)
  const asking = signal<Asking | null>(null)
  const reason = signal('')
  const query = signal('')
  const matches = signal<readonly DealMatch[] | null>(null)
  const chosen = signal<DealMatch | null>(null)
  const done = signal('')

  function load(): void {
    const take = (value: { readonly items: readonly DiscrepancyItem[] }) => {
      items.value = value.items
      page.live.value = done.value || text.count(value.items.length)
    }
    void finder.look({ by: 'list', method: 'discrepancy/list', input: {}, done: take })
  }
  function choose(item: DiscrepancyItem, outcome: DiscrepancyOutcome): void {
    if (caller.busy.value !== '') return
    if (outcome.value === 'create') {
      links.takeDown(organisationIn(item.event))
      return
    }
    const isOther = asking.value?.item.key !== item.key
    batch(() => {
      asking.value = { item, outcome }
      if (isOther) reason.value = query.value = ''
      matches.value = null
      chosen.value = null
      done.value = ''
      caller.forgive()
      search.drop()
    })
    if (outcome.needsDeal) suggestDeals(item)
    if (!needsAnswer(outcome)) void confirm()
    else page.point(outcome.needsDeal ? 'dispute-deal' : 'dispute-reason')
  }
  function findDeals(): void {
    const typed = query.value.trim()
    const take = (found: { readonly matches: readonly DealMatch[] }) => {
      matches.value = found.matches
    }
    if (typed !== '') void search.look({ by: 'search', method: 'deal/search', input: { text: typed }, done: take })
  }
  /** Deals of the organisation in the event's title, before anything is typed. */
  function suggestDeals(item: DiscrepancyItem): void {
    if (query.value === '') query.value = organisationIn(item.event)
    findDeals()
  }
  function isComplete(): boolean {
    const outcome = asking.value?.outcome
    return !(outcome?.needsReason && reason.value.trim() === '') && !(outcome?.needsDeal && chosen.value === null)
  }
  async function confirm(): Promise<void> {
    const current = asking.value
    if (!current || !isComplete()) return
    const { item, outcome } = current
    const deal = chosen.value && { id: chosen.value.id, row: chosen.value.row, version: 0, clientId: chosen.value.clientId }
    const value = outcome.value as Input<'discrepancy/resolve'>['outcome']
    const input = { key: item.key, outcome: value, reason: reason.value.trim(), deal }
    const finish = (result: { readonly lettersWaiting: number }) => settle(current, result.lettersWaiting)
    const late = (result: { readonly lettersWaiting: number }) => settleLate(current, result.lettersWaiting)
    const about = item.event
    await caller.ask({ by: outcomeKey(item, outcome), method: 'discrepancy/resolve', input, done: finish, late, about, refused: seeIfGone })
  }
  /** Another line is asked about by then, or none. */
  function settleLate({ item, outcome }: Asking, lettersWaiting: number): void {
    items.value = items.value?.filter(({ key }) => key !== item.key) ?? null
    page.news.tell({ sentence: text.settled(outcome.title, item.event) })
    links.settled(lettersWaiting)
  }
  function settle({ item, outcome }: Asking, lettersWaiting: number): void {
    batch(() => {
      items.value = items.value?.filter(({ key }) => key !== item.key) ?? null
      asking.value = null
      done.value = text.settled(outcome.title, item.event)
    })
    page.live.value = done.value
    page.point('disputes-title')
    links.settled(lettersWaiting)
    if (outcome.value === 'reassign' && item.dealId !== null) links.openDeal(item.dealId)
  }
  /** Somebody else settled it meanwhile: the list is read again, what it says stays. */
  function seeIfGone({ problem }: Trouble): void {
    if (problem?.code === 'nothingToDo') load()
  }

  return {
    finder,
    caller,
    search,
    open,
    items,
    asking,
    reason,
    query,
    matches,
    chosen,
    done,
    isComplete,
    show: () => {
      open.value = true
      done.value = ''
      asking.value = null
      page.point('disputes-title')
      load()
    },
    choose,
    findDeals,
    chooseDeal: (match) => {
      chosen.value = match
    },
    confirm,
    back: () => {
      caller.drop()
      if (asking.value) asking.value = null
      else open.value = false
    },
    openDeal: links.openDeal,
  }
}

export function needsAnswer(outcome: DiscrepancyOutcome): boolean {
  return outcome.needsReason || outcome.needsDeal || asksFirst.includes(outcome.value)
}

/** Name of the button while it waits. */
export function outcomeKey(item: DiscrepancyItem, outcome: DiscrepancyOutcome): string {
  return `${outcome.value} ${item.key}`
}

/** «ММ_Фонд «Надежда», пт 27 ноября, 10:00» → «Фонд «Надежда»» */
function organisationIn(event: string): string {
  const said = event.replace(/^[^_]*_/, '')
  const at = said.search(/, (?:[а-я]{2} \d|сегодня|завтра|вчера)/)
  return at < 0 ? said : said.slice(0, at)
}
