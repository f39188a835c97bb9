/** The centre's own form: robots are kept out without a puzzle, nothing that a person sends is lost, and one sender's flood stops nobody else (0053). */
import type { World } from '../../emulator/world/types'
import { fewestMs } from '../../src/domain/intake/formMark'
import { sealOf } from '../../src/domain/register/seals'
import { deskWorld, done, office, sheet } from '../fixtures/desk'
import { formInput, markOf, sendForm, showForm, taken } from '../fixtures/formDesk'
import { dealCount, setPerMinute } from '../fixtures/intakeDesk'
import { rowsOf, standingIn } from '../fixtures/register'

const lastDeal = (world: World) => rowsOf(world, 'Сделки').at(-1)?.cells ?? {}
const asides = (world: World) => done(world, 'intake/asides', {}).items
const tick = (world: World) => world.invoke({ fn: 'tick', entry: 'trigger', user: office, args: [] })
const sheetNamed = (world: World, title: string) =>
  Object.values(world.state.spreadsheets)
    .flatMap(({ sheets }) => sheets)
    .find((one) => one.title === title)

let known: ReturnType<typeof sheet>['cells'] = []

/** As code of a later version leaves it, and back. */
function newer(world: World, back: boolean): void {
  const service = sheet(world, 'Служебное')
  if (!back) known = service.cells
  const versions = ['schemaVersion', 'oldestWriter']
  service.cells = back
    ? known
    : known.map((row) => {
        const key = String(standingIn(row?.[0]) ?? '')
        return versions.includes(key) ? [key, '99', sealOf('service', { key, value: '99' }, world.state.scriptId)] : row
      })
}

describe('robots are kept out without a puzzle: set aside with their words, counted, taken by a press', () => {
  const world = deskWorld()
  const quick = showForm(world).data.mark
  const old = quick
  test.each([
    ['a field that people do not see', (one: World) => [markOf(one), { trap: 'http://x.example' }] as const, /людей|люди/],
    ['sooner than a person types', (one: World) => [showForm(one).data.mark, {}] as const, /быстрее/],
    [
      'in half the time',
      (one: World) => {
        const { mark } = showForm(one).data
        one.state.now += fewestMs / 2
        return [mark, {}] as const
      },
      /быстрее/,
    ],
    ['from no page of ours', () => ['', {}] as const, /быстрее/],
    ['with a mark of its own making', () => [`${'a'.repeat(8)}.${'A'.repeat(43)}`, {}] as const, /быстрее/],
    ['with another time in a mark of ours', (one: World) => [markOf(one).replace(/^./, '1'), {}] as const, /быстрее/],
    [
      'from a page of four days ago',
      (one: World) => {
        one.state.now += 4 * 24 * 3_600_000
        return [old, {}] as const
      },
      /быстрее/,
    ],
    [
      'before the page was shown',
      (one: World) => {
        const { mark } = showForm(one).data
        one.state.now -= 3_600_000
        return [mark, {}] as const
      },
      /быстрее/,
    ],
  ])('%s', (_what, act, why) => {
    const one = world.fork()
    const before = dealCount(one)
    const [mark, part] = act(one)
    expect(sendForm(one, mark, formInput(part))).toEqual({ ok: true, link: null })
    expect(dealCount(one)).toBe(before)
    const [aside] = asides(one)
    expect(aside).toMatchObject({ why: expect.stringMatching(why), text: expect.stringContaining('Вопрос: Как внести изменения в устав?') })
    tick(one)
    expect([dealCount(one), done(one, 'desk/today', {}).notes.find(({ where }) => where === 'Заявки')?.message]).toEqual([
      before,
      expect.stringMatching(/отложена 1 заявка/),
    ])
    const { deal } = done(one, 'intake/settleAside', { id: aside?.id ?? '', take: true })
    expect(lastDeal(one)).toMatchObject({ '№': deal, Запрос: 'Как внести изменения в устав?' })
  })

  test('a person is answered as a robot is, but for the way to his files', () => {
    const one = world.fork()
    const person = sendForm(one, markOf(one), formInput())
    expect(person).toMatchObject({ ok: true })
    expect(Object.keys(person).sort()).toEqual(Object.keys(sendForm(one, '', formInput())).sort())
  })

  test('a flood of one sender: the others are taken; what waits is taken by the tick', () => {
    const one = deskWorld()
    setPerMinute(one, 3)
    const mark = markOf(one)
    taken(sendForm(one, mark, formInput({ phone: '8 921 111-11-11' })))
    one.state.now = Math.ceil(one.state.now / 60_000) * 60_000
    const before = dealCount(one)
    const answers = Array.from({ length: 8 }, (_, at) => sendForm(one, mark, formInput({ text: `Вопрос ${at}` })))
    expect(answers.map((answer) => answer.ok && answer.link !== null)).toEqual([true, true, true, false, false, false, false, false])
    taken(sendForm(one, mark, formInput({ phone: '8 921 000-00-01', contact: 'Пётр' })))
    expect([dealCount(one), asides(one).length]).toEqual([before + 4, 5])
    one.state.now += 60_000
    tick(one)
    expect([dealCount(one), asides(one).length]).toEqual([before + 9, 0])
  })
})

describe('the register cannot be written: set aside, and taken once it can; shown without hours', () => {
  test.each([
    [
      'a renamed sheet',
      (world: World, back: boolean) => {
        const sheet = sheetNamed(world, back ? 'Сделки 1' : 'Сделки')
        if (sheet) sheet.title = back ? 'Сделки' : 'Сделки 1'
      },
    ],
    ['a newer version of the sheets', newer],
  ])('%s', (what, set) => {
    const world = deskWorld()
    const mark = markOf(world)
    world.state.now += 61_000
    const before = dealCount(world)
    set(world, false)
    const { told, hours, centre } = showForm(world).data
    expect([told, centre.name, hours.length > 0]).toEqual([null, 'Ресурсный центр НКО', what === 'a renamed sheet'])
    expect(sendForm(world, mark, formInput())).toEqual({ ok: true, link: null })
    set(world, true)
    tick(world)
    expect([dealCount(world), asides(world)]).toEqual([before + 1, []])
  })

  test('no room to set aside either: he is told, and keeps his words', () => {
    const world = deskWorld()
    const mark = markOf(world)
    const sheet = sheetNamed(world, 'Сделки')
    if (sheet) sheet.title = 'Сделки 1'
    for (let at = 0; at < 10; at++) sendForm(world, mark, formInput({ text: `Вопрос ${at}` }))
    expect(sendForm(world, mark, formInput())).toEqual({ ok: false, retry: true, message: expect.stringMatching(/Введённое осталось/) })
  })
})
