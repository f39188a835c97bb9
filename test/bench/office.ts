/** A world with a register of many deals: the sample office, whose sheets are filled with generated rows past the script. */
import { join } from 'node:path'
import { createSampleWorld } from '../../emulator/workbench/sampleOffice'
import type { World } from '../../emulator/world/types'
import type { Deal } from '../../src/domain/deal/deal'
import { clientTitles, dealTitles } from '../../src/domain/deal/fieldTitles'
import { addDays, addMinutes, atMinute } from '../../src/domain/time/localTime'
import { controlAfter } from '../../src/usecases/control/control'
import { fieldChanges } from '../../src/usecases/register/journal'
import { office } from '../fixtures/builders'
import { seal } from '../fixtures/sealing'
import { clientOf, dealsPerClient, storyOf } from './deals'
import { type Fields, replaceRows, setService, sheetOf } from './sheetRows'

const now = '2026-11-23T09:00'

export const journalTitles = {
  at: 'Когда',
  who: 'Кто',
  entry: 'Откуда',
  table: 'Лист',
  rowId: '№ строки',
  version: 'Версия',
  kind: 'Что',
  reason: 'Причина',
  change: 'Было → стало',
}
const controlTitles = {
  key: 'Обязательство',
  clause: 'Пункт',
  subject: 'Что сделать',
  detail: 'Почему',
  who: 'Кто',
  opensAt: 'Открывается',
  due: 'Срок',
  dealId: '№ сделки',
  row: 'Строка',
  clientId: '№ клиента',
  remindAt: 'Напомнить',
  overdueTo: 'О просрочке узнаёт',
}

export interface BenchOffice {
  readonly world: World
  /** As they stand in the register, number 1 in row 2. */
  readonly deals: readonly Deal[]
}

/** Deals are numbered from 1 and stand in order, five to a client; nothing is out of step: calendar, «Контроль», journal, numbers. */
export function createBenchOffice(count: number): BenchOffice {
  const world = createSampleWorld({ distFolder: join(process.cwd(), 'dist'), cpuLimitMs: 600_000 })
  const stories = Array.from({ length: count }, (_, index) => storyOf(index + 1, count))
  const deals = withEvents(
    world,
    stories.map((story) => story[story.length - 1] as Deal),
  )
  const clients = Array.from({ length: Math.ceil(count / dealsPerClient) }, (_, index) => clientOf(index + 1))
  replaceRows(sheetOf(world, 'Сделки'), dealTitles, deals as unknown as Fields[])
  replaceRows(sheetOf(world, 'Клиенты'), clientTitles, clients as unknown as Fields[])
  replaceRows(sheetOf(world, 'Контроль'), controlTitles, controlRows(deals))
  const told = stories.map((story, index) => [...story.slice(0, -1), deals[index] as Deal])
  replaceRows(sheetOf(world, 'Журнал'), journalTitles, told.flatMap(journalRows))
  seal(world, 'Журнал')
  setService(world, 'lastDealId', String(count))
  setService(world, 'lastClientId', String(clients.length))
  // Rows that came past the script are in no index: the first tick makes it.
  setService(world, 'indexed', '')
  return { world, deals }
}

/** Assigned consultations stand in the shared calendar; every second one is still to come, the others wait to be marked as held. */
function withEvents(world: World, deals: readonly Deal[]): Deal[] {
  const calendarId = Object.keys(world.state.calendars)[0] ?? ''
  return deals.map((deal) => {
    if (deal.stage !== 'assigned') return deal
    const coming = atMinute(addDays('2026-11-24', deal.id % 10), 540 + 60 * (deal.id % 7))
    const start = deal.id % 2 === 0 ? (deal.start ?? coming) : coming
    const end = addMinutes(start, 60)
    const summary = `${deal.consultant}_${deal.organisation}`
    const event = world.calendarHand.insert({ calendarId, summary, start, end, user: world.state.owner })
    return { ...deal, start, end, firstStart: start, eventId: event.id }
  })
}

function controlRows(deals: readonly Deal[]): Fields[] {
  const open = deals.filter(({ stage }) => stage !== 'won' && stage !== 'lost').map((value) => ({ row: value.id + 1, value }))
  return controlAfter([], { deals: open }, { office: office(), now }).map((line) => ({ ...line }))
}

export function journalRows(story: readonly Deal[]): Fields[] {
  return story.map((deal, index) => ({
    at: deal.stageSince,
    who: 'office@example.org',
    entry: 'панель',
    table: 'Сделки',
    rowId: deal.id,
    version: deal.version,
    kind: index === 0 ? 'deal/create' : deal.stage === 'assigned' ? 'deal/book' : `deal/move/${deal.stage}`,
    reason: '',
    change: JSON.stringify(fieldChanges(story[index - 1] ?? null, deal)),
  }))
}
