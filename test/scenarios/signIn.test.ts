import { director, minute, office } from '../fixtures/desk'
import {
  askLetters,
  askLink,
  callBy,
  enter,
  iPhone,
  leaving,
  linkIn,
  openBy,
  phoned,
  phoning,
  secretOf,
  shell,
  typeStaff,
} from '../fixtures/phoneDesk'
import { registerOf } from '../fixtures/register'
import { base, day, ok, out, printTold, rows, titova, told } from '../fixtures/signInDesk'

afterAll(printTold)

describe('the link', () => {
  const link = askLink(base, director)
  const entering = (secret: string, given = link) => ({ act: 'enter', link: given, secret, agent: iPhone })

  test('a scanner opens it as often as it likes: nothing changes, and a button lets in', () => {
    const world = base.fork()
    const before = JSON.stringify([world.state.properties, registerOf(world)])
    for (let time = 0; time < 3; time++)
      expect(shell(world, { in: link }).data).toMatchObject({ view: 'signIn', link: { secret: link, state: 'good' } })
    expect(JSON.stringify([world.state.properties, registerOf(world)])).toBe(before)
    expect(told('the link, by its button', world, entering(secretOf('a')))).toEqual(ok)
    expect(openBy(world, secretOf('a'))).toMatchObject({ ok: true, data: { view: 'sidebar', me: { email: director } } })
  })

  test('used twice, forwarded, lost answer', () => {
    const world = base.fork()
    enter(world, link, secretOf('a'))
    expect(shell(world, { in: link }).data.link?.state).toBe('used')
    expect(told('the link forwarded: a second device', world, entering(secretOf('b')))).toMatchObject({
      ok: false,
      message: /уже вошли/ as never,
    })
    expect(callBy(world, secretOf('b'), 'desk/today', {})).toMatchObject(out)
    expect(told('the same device again, whose answer was lost', world, entering(secretOf('a')))).toEqual(ok)
    expect(Object.keys(world.state.properties.script).filter((name) => name.startsWith('device.'))).toHaveLength(1)
  })

  test.each([
    [14 * minute, true],
    [15 * minute, false],
    [30 * day, false],
    [-2 * minute, false],
  ])('%i ms after the letter', (ms, good) => {
    const world = base.fork()
    world.state.now += ms
    expect((told(`the link, ${ms / minute} minutes after the letter`, world, entering(secretOf('a'))) as { ok: boolean }).ok).toBe(good)
  })

  test('of two letters each works, and one that was used ends the other', () => {
    const world = base.fork()
    const second = askLink(world, director)
    expect(enter(world, link, secretOf('a'))).toEqual(ok)
    expect(told('another letter’s link, after the first was used', world, entering(secretOf('b'), second))).toMatchObject({ ok: false })
  })

  test('of somebody dismissed, or whose address is another’s since the letter', () => {
    for (const [heading, value] of [
      ['По', '22.11.2026'],
      ['E-mail', 'other@example.org'],
      ['ФИО', 'Другая Анна Петровна'],
    ] as const) {
      const world = base.fork()
      const given = askLink(world, office)
      typeStaff(world, titova, heading, value)
      expect(told(`a link of whose «${heading}» was changed`, world, entering(secretOf('a'), given))).toMatchObject({ ok: false })
    }
  })

  test('two press at once: one is let in, whatever the order', () => {
    const requests = ['a', 'b'].map((name) => phoning(entering(secretOf(name))))
    const count = base.fork().invoke(requests[0] as never).calls.length
    for (let at = 1; at < count; at++) {
      const world = base.fork()
      const records = world.interleave(requests, [...Array.from({ length: at }, () => 0), 1])
      expect(records.filter(({ value }) => (value as { ok: boolean }).ok)).toHaveLength(1)
    }
  })
})

describe('who asks', () => {
  const known = phoned(base.fork(), { act: 'ask', address: office })

  test.each([
    ['nobody of the office', 'stranger@example.org'],
    ['an external consultant, who sees nothing', 'bn12@example.org'],
    ['Cyrillic letters that look alike', 'оffice@example.org'],
    ['a longer address', 'office@example.org.evil.example'],
    ['two addresses', 'office@example.org,evil@example.com'],
    ['no address', ''],
    ['a line end', 'evil@example.com\noffice@example.org'],
  ])('%s: the same answer and the same calls, no letter', (_who, address) => {
    const world = base.fork()
    const record = phoned(world, { act: 'ask', address })
    expect(record.value).toEqual(known.value)
    expect(leaving(record)).toEqual(leaving(known))
    world.advanceTo(world.state.now + 2 * minute)
    expect(world.state.letters.length).toBe(base.state.letters.length)
  })

  test('the register is not read, whoever asks; times are the same', () => {
    const unknown = phoned(base.fork(), { act: 'ask', address: 'stranger@example.org' })
    expect(leaving(known).filter((name) => /^(Sheets|Mail|Lock)/.test(name))).toEqual([])
    expect(known.modelledSeconds).toBe(unknown.modelledSeconds)
    rows.push(`asking, known and unknown alike · the same sentence · ${known.leavingCalls} (${known.modelledSeconds.toFixed(2)} s)`)
  })

  test.each(['OFFICE@Example.ORG', '  office@example.org ', 'office @example.org', 'office@example.org​', 'ｏffice@example.org'])(
    '%j',
    (typed) => {
      const letters = askLetters(base.fork(), typed)
      expect(letters.map(({ to }) => to)).toEqual(typed.startsWith('ｏ') ? [] : [office])
    },
  )

  test('taken on a minute ago: the letter comes', () => {
    const world = base.fork()
    typeStaff(world, titova, 'E-mail', 'new.address@example.org')
    expect(askLetters(world, 'new.address@example.org').map(({ to }) => to)).toEqual(['new.address@example.org'])
    expect(askLetters(world, office)).toEqual([])
  })

  test('Google makes no more triggers: the next tick sends', () => {
    const world = base.fork()
    const asked = world.fork().invoke(phoning({ act: 'ask', address: office }))
    const at = asked.calls.find(({ name }) => name === 'ScriptApp.newTrigger')?.n ?? 0
    const message = 'This script has too many triggers. Triggers must be deleted from the script before more can be added.'
    expect(world.invoke(phoning({ act: 'ask', address: office }), [{ at, kind: 'fail', message }]).value).toMatchObject(ok)
    const before = world.state.letters.length
    world.advanceTo(world.state.now + 11 * minute)
    expect(linkIn(world.state.letters.slice(before).find(({ to }) => to === office))).toMatch(/^[\da-f]{64}$/)
    expect(world.state.properties.script['signInWaits']).toBeUndefined()
  })

  test('the letter goes to the address of the sheet, names nobody, and its link stands in no sheet and no log', () => {
    const world = base.fork()
    const [letter] = askLetters(world, 'OFFICE@example.org')
    expect(letter).toMatchObject({ to: office, subject: 'Вход в «Консультации» на телефоне' })
    const link = linkIn(letter)
    expect(JSON.stringify([registerOf(world), world.state.properties, world.state.cache])).not.toContain(link)
    expect(JSON.stringify(world.state.executions)).not.toContain(`"${link}"`)
    expect(letter?.htmlBody).toContain(`?in=${link}"`)
  })
})

test('GET without a link shows «Войти» and the centre, and nothing of the register', () => {
  const { data, html, record } = shell(base.fork())
  expect(data).toMatchObject({ view: 'signIn', opens: 'sidebar', link: null, centre: { name: 'Ресурсный центр НКО' } })
  expect(html).toContain('viewport-fit=cover')
  expect(html).not.toMatch(/example\.org|Титова/)
  expect(record.leavingCalls).toBeLessThanOrEqual(4)
})
