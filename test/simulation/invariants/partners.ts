/** At rest: what stands in amoCRM and Planfix is what stands at the desk, once. */
import type { AmoLead, AmoState } from '../../../emulator/partners/amocrm/amoState'
import { sampleStatus } from '../../../emulator/partners/amocrm/sampleAmo'
import type { World } from '../../../emulator/world/types'
import { type Cells, rowsIn } from './cells'
import { words } from './registerAsWritten'

type Stage = Parameters<typeof sampleStatus>[0]

/** How much waits to go there. */
export const waitingForPartners = (world: World): number => waiting(world, 'amoCRM') + waiting(world, 'задача')

/** A1: a deal has one lead, a lead one deal. A2: where no line is open, both say the same. A3, V1: nothing waits to go there. V2: an obligation has one task there. */
export function partnersAgree(world: World): string[] {
  const { amocrm, planfix } = world.state.partners ?? {}
  return [...(amocrm === undefined ? [] : amoAgrees(world, amocrm)), ...(planfix === undefined ? [] : planfixAgrees(world))]
}

/** But for tasks of somebody who is not in Planfix: they wait for that. */
const waiting = (world: World, kind: string) =>
  rowsIn(world, 'Исходящие').filter(
    ({ cells }) => cells['Вид'] === kind && cells['Отправлено'] === null && !String(cells['Ошибка'] ?? '').includes('нет в Planfix'),
  ).length

interface Pair {
  readonly deal: number
  readonly lead: number
  readonly state: string
}

function amoAgrees(world: World, amo: AmoState): string[] {
  const pairs = rowsIn(world, 'amoCRM').map(
    ({ cells }): Pair => ({
      deal: Number(cells['№ сделки']),
      lead: Number(cells['Сделка в amoCRM']),
      state: String(cells['Состояние'] ?? ''),
    }),
  )
  const left = waiting(world, 'amoCRM')
  return [
    ...twice(pairs.map(({ deal }) => deal)).map((deal) => `A1 № ${deal} has two leads`),
    ...twice(pairs.map(({ lead }) => lead)).map((lead) => `A1 lead ${lead} has two deals`),
    ...(left > 0 ? [`A3 ${left} rows wait for amoCRM at rest`] : []),
    ...differing(world, amo, pairs),
  ]
}

const twice = (all: readonly number[]) => [...new Set(all.filter((one, at) => all.indexOf(one) !== at))]

function differing(world: World, amo: AmoState, pairs: readonly Pair[]): string[] {
  const lines = rowsIn(world, 'Расхождения').filter(({ cells }) => cells['Решено'] === null && String(cells['Ключ']).startsWith('amo'))
  const told = new Set(lines.map(({ cells }) => Number(cells['№ сделки'])))
  const deals = new Map(rowsIn(world, 'Сделки').map(({ cells }) => [Number(cells['№']), cells]))
  return pairs.flatMap(({ deal, lead: id, state }) => {
    const [cells, lead] = [deals.get(deal), amo.leads.find((one) => one.id === id)]
    if (state !== '' || told.has(deal) || cells === undefined || lead === undefined) return []
    return facts(amo, cells, lead).flatMap(([name, here, there]) =>
      same(here) === same(there) ? [] : [`A2 № ${deal} ${name}: ${here} here, ${there} in amoCRM`],
    )
  })
}

const same = (value: unknown) => String(value ?? '')
const digits = (value: unknown) => same(value).replace(/\D/g, '').replace(/^8/, '7')
const { unsorted, ...titles } = words['stage'] as Readonly<Record<Stage, string>>

function facts(amo: AmoState, cells: Cells, lead: AmoLead): [string, unknown, unknown][] {
  const isWaiting = amo.unsorted.some((one) => one.lead === lead.id)
  const stage = Object.entries(titles).find(([name]) => sampleStatus(name as Stage) === lead.status_id)?.[1]
  const field = (name: string) => lead.custom[String(amo.fields.find((one) => one.name === name)?.id)]?.[0]?.value
  const phone = amo.contacts.find(({ id }) => id === lead.contact)?.phone
  return [
    ['stage', cells['Этап'] === unsorted && !isWaiting ? titles.new : cells['Этап'], isWaiting ? unsorted : stage],
    ...['Запрос', 'Консультант', 'Продолжительность, мин', 'Содержание'].map((name): [string, unknown, unknown] => [
      name,
      cells[name],
      field(name),
    ]),
    ['phone', digits(cells['Телефон']), digits(phone)],
  ]
}

/** The task's number there stands in its row; a row is one obligation. */
function planfixAgrees(world: World): string[] {
  const numbers = rowsIn(world, 'Задачи').flatMap(({ cells }) => (cells['Planfix'] == null ? [] : [Number(cells['Planfix'])]))
  const there = world.state.partners?.planfix?.tasks ?? []
  const left = waiting(world, 'задача')
  return [
    ...(left > 0 ? [`V1 ${left} rows wait for Planfix at rest`] : []),
    ...twice(numbers).map((number) => `V2 task ${number} stands twice`),
    ...there.filter(({ id }) => !numbers.includes(id)).map(({ id }) => `V2 task ${id} in Planfix is nobody's row`),
  ]
}
