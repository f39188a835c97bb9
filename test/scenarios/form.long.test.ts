/** The centre's own form beside the other doors: the same verdict on whatever is typed; and dead at any of its calls. */
import type { World } from '../../emulator/world/types'
import { formPosted } from '../../src/domain/intake/formAnswers'
import { formLimits } from '../../src/domain/intake/formLimits'
import { deathFaults } from '../fixtures/deaths'
import { deskWorld, office } from '../fixtures/desk'
import { formAnswer, formInput, formSending, markOf, sendForm, taken } from '../fixtures/formDesk'
import { dealCount, jsonPost, post, setPerMinute } from '../fixtures/intakeDesk'
import { hostileTexts } from '../fixtures/intakeHostile'
import { registerEqualsJournal, rowsOf } from '../fixtures/register'

const lastDeal = (world: World) => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}
const lastClient = (world: World) => rowsOf(world, 'Клиенты').at(-1)?.cells ?? {}
const tick = (world: World) => world.invoke({ fn: 'tick', entry: 'trigger', user: office, args: [] })

describe('fields × bad values: the verdict of the form is that of every other door', () => {
  const fields = ['contact', 'phone', 'email', 'messenger', 'organisation', 'municipality', 'text', 'otherTime'] as const
  const world = deskWorld()
  setPerMinute(world, 10_000)
  const mark = markOf(world)
  const bad = {
    ...hostileTexts,
    'no phone': 'нет',
    'two addresses': 'a@b.example, c@d.example',
    'a word for an address': 'почта',
    'an address of a site': 'www.x.example',
  }
  const shown = ['Организация', 'Контактное лицо', 'Телефон', 'Тема', 'Запрос', 'Удобное время', 'Договорился с'] as const
  const verdictIn = (one: World) => ({
    deal: shown.map((heading) => lastDeal(one)[heading]),
    client: ['E-mail', 'Мессенджер', 'Муниципалитет', 'Телефон для поиска'].map((heading) => lastClient(one)[heading]),
    notes: String(lastDeal(one)['Комментарии'] ?? '').replace(/^[\d. :]+/gm, ''),
  })

  /** A part of the texts for each field, another one for the next; all of them with FORM=whole. */
  const parts = process.env['FORM'] === 'whole' ? 1 : 8

  test.each(fields)(
    '%s',
    (field) => {
      let judged = 0
      for (const value of Object.values(bad).filter((_, at) => at % parts === fields.indexOf(field) % parts)) {
        const most = { text: formLimits.text, otherTime: formLimits.otherTime }[field as 'text'] ?? formLimits.line
        const input = formInput({ email: 'vera@pristan.example', [field]: value })
        if (value.length > most || value.trim() === '') continue
        const [own, other] = [world.fork(), world.fork()]
        taken(sendForm(own, mark, input))
        const { parameters } = formPosted(input, '')
        expect(post(other, jsonPost(Object.fromEntries(Object.entries(parameters).map(([name, [told]]) => [name, told]))))).toMatchObject({
          ok: true,
        })
        expect([field, value, verdictIn(own)]).toEqual([field, value, verdictIn(other)])
        judged += 1
      }
      expect(judged).toBeGreaterThan(40 / parts - 1)
    },
    60_000,
  )
})

test('killed at any call and sent again: one request, whole', () => {
  const world = deskWorld()
  const mark = markOf(world)
  const before = dealCount(world)
  const input = formInput()
  const { calls } = world.fork().invoke(formSending(mark, input))
  expect(calls.length).toBeGreaterThan(5)
  for (const fault of deathFaults(calls)) {
    const one = world.fork()
    expect(one.invoke(formSending(mark, input), [fault]).error?.name).toBe('Killed')
    one.state.now += 60_000
    taken(formAnswer(one.invoke(formSending(mark, input))))
    tick(one)
    expect([fault, dealCount(one), lastDeal(one)['Запрос']]).toEqual([fault, before + 1, input.text])
    registerEqualsJournal(one)
  }
}, 60_000)
