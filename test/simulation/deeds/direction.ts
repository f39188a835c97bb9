/** Fridays, the month, and what the director, the project managers and the PR manager do. */
import type { Input } from '../../../src/rpc/contract'
import { director, office } from '../../fixtures/desk'
import { linksIn, parametersOf, sending } from '../../fixtures/pagesDesk'
import { nowIn } from '../invariants/cells'
import type { Running } from '../running'
import { again, type Deed, dealsIn, isExternal, onDeal, picked } from './deal'
import { manager2 } from './people'

const pr = 'pr@example.org'

/** «2026-10» of any day in November. */
function lastMonth({ world }: Running): string {
  const [year = 0, month = 1] = nowIn(world).split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

type Closing = Input<'week/close'>['deals'][number]
let lastClosed: { readonly world: unknown; readonly undo: readonly Input<'week/undo'>['deals'][number][] } | null = null

const close: Deed = (it, { way }) => {
  const deals = dealsIn(it.world, 'held', 'feedback').flatMap(({ ref, cells }, at): Closing[] => {
    if ((way + at * 7) % 9 === 0) return []
    const isHeld = cells['Этап'] === 'Консультация проведена'
    const to = isHeld && (way + at) % 3 === 0 ? 'feedback' : 'won'
    return [
      {
        ref,
        to,
        ...((way + at) % 4 === 0 ? {} : { project: 'не распределено' }),
        ...((way + at) % 5 === 0 ? {} : { reason: 'просил не писать' }),
      },
    ]
  })
  if (deals.length === 0) return
  const done = it.value('week/close', { deals }, way % 2 === 0 ? office : director)
  if (done !== null) lastClosed = { world: it.world, undo: done.undo }
}

const undoClose: Deed = (it) => {
  if (lastClosed?.world !== it.world) return
  it.ask('week/undo', { deals: [...lastClosed.undo] })
}

const decide: Deed = (it, { pick, way }) => {
  const links = it.world.state.letters
    .slice(-150)
    .flatMap(linksIn)
    .filter((link) => link.includes('p=decide'))
  const link = picked(links, pick)
  if (link !== undefined)
    it.run(sending({ link: parametersOf(link), method: 'decide/send', input: { decision: way % 4 === 0 ? 'deny' : 'allow', note: '' } }))
}

const settings = ['Назначать не раньше чем через', 'Кто закрывает неделю']
const save: Deed = (it, { way }) => {
  const values = way % 2 === 0 ? { noticeMinutes: String(30 * (1 + (way % 6))) } : { centrePhone: `8 (8182) 20-65-1${way % 10}` }
  it.ask('settings/save', { values }, picked([director, manager2], way % settings.length) ?? director)
}

/** Each December the days off of the next year come into the sheet: the holidays of January, and a working Saturday. */
const nextYear: Deed = (it) => {
  if (nowIn(it.world).slice(5, 7) !== '12') return
  const year = Number(nowIn(it.world).slice(0, 4)) + 1
  const off = [1, 2, 5, 6, 7, 8].map((day) => `${year}-01-0${day}`)
  const days = [...off, `${year}-02-23`, `${year}-03-08`, `${year}-05-01`].map((date) => ({ date, kind: 'off' as const, movedFrom: null }))
  it.ask('workdays/write', { year, days }, director)
}

const pay: Deed = (it) => {
  const deals = dealsIn(it.world, 'held', 'feedback', 'won')
    .filter(isExternal)
    .slice(0, 5)
    .map(({ ref }) => ref)
  if (deals.length > 0) it.ask('external/pay', { deals, paid: true }, director)
}

/** S1: what the desk counts, beside the checker's own count. */
const count: Deed = (it) => {
  const month = lastMonth(it)
  const told = it.value('month/preview', { period: { kind: 'month', month } }, director)
  const minutes = told?.totals.find(({ title }) => /[Мм]инут/.test(title))?.now ?? 0
  if (told !== null) it.checker.rest.countedAs(month, { held: told.held, minutes })
  it.ask('month/report', { month }, director)
}

export const directionDeeds: Readonly<Record<string, Deed>> = {
  'friday/close': close,
  'friday/undo': undoClose,
  'friday/feedback': onDeal(['held'], (it, { ref }) => it.ask('deal/move', { deal: ref, to: 'feedback', reason: '', fields: {} })),
  'director/decide': decide,
  'director/reopen': onDeal(['won', 'lost'], (it, { ref }, { way }) =>
    it.ask('deal/reopen', { deal: ref, reason: 'передумали' }, way % 4 === 0 ? office : director),
  ),
  'director/settings': save,
  'director/approve': (it, { way }) =>
    it.ask('month/approve', { month: way % 5 === 0 ? nowIn(it.world).slice(0, 7) : lastMonth(it), again: way % 2 === 0 }, director),
  'director/tell': (it) => {
    const found = it.value('month/letters', { month: lastMonth(it) }, director)
    if (found !== null)
      it.ask('month/tell', { month: lastMonth(it), projects: found.letters.map(({ project }) => project), anew: false, seen: 0 }, director)
  },
  'director/publish': (it, { way }) =>
    it.ask('month/published', { month: lastMonth(it), link: 'https://vk.com/wall-1', place: way % 2 === 0 ? 'site' : 'social' }, pr),
  'director/pay': pay,
  'director/nextYear': nextYear,
  'director/count': count,
  'director/look': onDeal([], (it, { ref }) => it.ask('deal/open', again(it, ref.id)?.ref ?? ref, director)),
}
