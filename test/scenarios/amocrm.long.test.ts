/** I1, I5, K5: the office works in amoCRM and at the desk at once; nothing is typed twice, nothing lost. */
import type { World } from '../../emulator/world/types'
import { amoOf, connectedAmo, dealRow, fieldOf, handOf, leadOf, notesThere, pairsOf, statusOf, waitingThere } from '../fixtures/amoDesk'
import { bookInput, director, done, nextTick, phoned, slotOf } from '../fixtures/desk'
import { rowsOf } from '../fixtures/register'
import { filled, move, setClock } from '../fixtures/stages'

const shared = connectedAmo()
const story = (): World => shared.fork()

const form = {
  pipeline_id: 500,
  metadata: { form_name: 'Запись на консультацию', message: 'Как открыть НКО?' },
  _embedded: {
    contacts: [{ name: 'Вера Попова', custom_fields_values: [{ field_code: 'PHONE', values: [{ value: '+7 921 555-44-33' }] }] }],
    companies: [{ name: 'АНО «Компас»' }],
  },
}

function arrived(category: 'forms' | 'mail' | 'chats' | 'sip' = 'forms') {
  const world = story()
  const { lead } = handOf(world).arrives(category, form)
  nextTick(world)
  const id = pairsOf(world).find((pair) => pair.lead === lead)?.deal ?? 0
  return { world, lead, id, card: done(world, 'deal/open', { id, row: null, clientId: null }) }
}

function booked() {
  const world = story()
  const { card } = done(world, 'deal/book', bookInput(phoned(world, 'АНО «Маяк»'), slotOf(world)))
  nextTick(world)
  return { world, card, id: card.deal.id, lead: leadOf(world, card.deal.id) }
}

function journalOf(world: World, id: number) {
  return rowsOf(world, 'Журнал')
    .map(({ cells }) => cells)
    .filter((cells) => cells['Лист'] === 'Сделки' && cells['№ строки'] === id)
}

describe('in', () => {
  test.each([
    ['forms', 'сайт'],
    ['mail', 'электронная почта'],
    ['chats', 'соцсети'],
    ['sip', 'телефон офис-менеджеру'],
  ] as const)('I5: what waits there (%s) is a deal in «Неразобранное» within one tick, once, as it came (%s)', (category, channel) => {
    const { world, id } = arrived(category)
    nextTick(world)
    expect(pairsOf(world).filter((pair) => pair.deal === id)).toHaveLength(1)
    expect(dealRow(world, id)).toMatchObject({
      Этап: 'Неразобранное',
      Канал: channel,
      Организация: 'АНО «Компас»',
      'Контактное лицо': 'Вера Попова',
      Запрос: 'Как открыть НКО?',
    })
    expect(String(dealRow(world, id)['Исходная заявка'])).toContain('Запись на консультацию')
  })

  test('a lead that somebody makes there is a request too; what it says beyond is taken, a stage it has not reached goes back with a note', () => {
    const world = story()
    const { id: lead } = handOf(world).add({
      name: 'Звонок',
      pipeline: 500,
      status: statusOf('assigned'),
      company: 'АНО «Компас»',
      contact: 'Вера Попова',
      phone: '+7 921 555-44-33',
      fields: { Запрос: 'Устав', Формат: 'очно' },
    })
    nextTick(world)
    const id = pairsOf(world).find((pair) => pair.lead === lead)?.deal ?? 0
    expect(dealRow(world, id)).toMatchObject({ Этап: 'Неразобранное', Запрос: 'Устав', Формат: 'очно' })
    expect(leadOf(world, id).status_id).toBe(statusOf('new'))
    expect(notesThere(world, lead)).toEqual([expect.stringMatching(/Возвращено прежнее: «Этап»/)])
  })

  test('a legal change there is taken and journalled with who made it', () => {
    const { world, id, lead } = booked()
    handOf(world).edit(lead.id, { fields: { Запрос: 'Отчёт по гранту и устав' } })
    nextTick(world)
    expect(dealRow(world, id)['Запрос']).toBe('Отчёт по гранту и устав')
    expect(journalOf(world, id).at(-1)).toMatchObject({ Откуда: 'amoCRM', Причина: expect.stringContaining('Титова') })
    expect(notesThere(world, lead.id)).toEqual([])
  })

  test('the contact’s new phone and somebody’s note come along', () => {
    const { world, id, lead } = booked()
    handOf(world).contact(lead.id, { phone: '+7 900 111-22-33' })
    handOf(world).note(lead.id, 'Просит прислать бланк')
    nextTick(world)
    expect(dealRow(world, id)['Телефон']).toBe('+7 900 111-22-33')
    expect(String(dealRow(world, id)['Комментарии'])).toMatch(/amoCRM, Титова.*: Просит прислать бланк/)
    nextTick(world)
    expect(String(dealRow(world, id)['Комментарии']).match(/бланк/g)).toHaveLength(1)
  })

  test.each(['remove', 'merge', 'elsewhere'] as const)('gone there (%s): a line of «Расхождения», the deal stays', (how) => {
    const { world, id, lead } = booked()
    const hand = handOf(world)
    const other = hand.add({ name: 'Другая', pipeline: 400, status: 401 })
    if (how === 'remove') hand.remove(lead.id)
    else if (how === 'merge') hand.merge(lead.id, other.id)
    else hand.edit(lead.id, { pipeline: 400, status: 401 })
    nextTick(world)
    const items = () => done(world, 'discrepancy/list', {}, director).items.filter(({ what }) => what.includes('amoCRM'))
    expect(items()).toMatchObject([{ dealId: id, outcomes: [{ title: 'да, это так' }, { title: 'завести там заново' }] }])
    expect(dealRow(world, id)['Этап']).toBe('Консультация назначена')
    done(world, 'discrepancy/resolve', { key: items()[0]?.key ?? '', outcome: 'anew', reason: '', deal: null }, director)
    nextTick(world)
    expect(items()).toEqual([])
    expect(leadOf(world, id).id).not.toBe(lead.id)
    expect(leadOf(world, id).status_id).toBe(statusOf('assigned'))
  })
})

describe('out', () => {
  test('a deal of the desk is a lead there, with what it says, once', () => {
    const { world, card, id, lead } = booked()
    expect(lead).toMatchObject({ status_id: statusOf('assigned'), name: `Консультация: АНО «Маяк» (№ ${id})` })
    expect(fieldOf(world, lead, 'Консультант')).toBe('ММ')
    expect(Number(fieldOf(world, lead, 'Дата и время консультации')) * 1000).toBe(Date.parse(`${card.deal.start}:00+03:00`))
    nextTick(world)
    expect(amoOf(world).leads.filter(({ name }) => name.includes('Маяк'))).toHaveLength(1)
    expect(waitingThere(world)).toEqual([])
  })

  test('accepted here = accepted there, by amoCRM’s own deed', () => {
    const { world, lead, card } = arrived()
    const reached = done(world, 'deal/note', { deal: card.ref, outcome: 'reached', text: '' })
    const client = { ...reached.client, kind: 'НКО', email: 'k@example.org', municipality: 'Архангельск', consentDate: '2026-11-23' }
    const filledCard = done(world, 'client/fill', {
      deal: reached.ref,
      fields: { kind: client.kind, email: client.email, municipality: client.municipality, consentDate: client.consentDate },
    } as never)
    const ready = done(world, 'deal/fill', { deal: filledCard.ref, fields: { topic: 9 } } as never)
    move(world, ready, 'accepted', {})
    nextTick(world)
    const accepted = amoOf(world).requests.filter(({ path }) => path.endsWith('/accept'))
    expect(accepted).toHaveLength(1)
    expect(amoOf(world).unsorted).toEqual([])
    expect(amoOf(world).leads.find(({ id }) => id === lead)?.status_id).toBe(statusOf('accepted'))
  })

  test('only what changed is sent, and the attempts are notes', () => {
    const { world, lead, card } = arrived()
    done(world, 'deal/note', { deal: card.ref, outcome: 'noAnswer', text: '' })
    nextTick(world)
    expect(notesThere(world, lead)).toEqual([expect.stringMatching(/Не дозвонились, попытка 1/)])
    nextTick(world)
    expect(notesThere(world, lead)).toHaveLength(1)
  })

  test('the result goes there when it is held', () => {
    const { world, card, lead } = booked()
    setClock(world, '2026-12-02T12:00')
    move(world, card, 'held', { fields: filled })
    nextTick(world)
    expect(lead.status_id).toBe(statusOf('held'))
    expect(Number(fieldOf(world, lead, 'Продолжительность, мин'))).toBe(filled.minutes)
    expect(fieldOf(world, lead, 'Содержание')).toBe(filled.content)
  })
})
