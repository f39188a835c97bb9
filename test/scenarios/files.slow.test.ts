/** A file attached to a card (C5) through the shipped bundle: saved in Drive, listed on the card, journalled; refusals write nothing. */
import type { World } from '../../emulator/world/types'
import type { Card, Input } from '../../src/rpc/contract'
import { deathFaults } from '../fixtures/deaths'
import { answerOf, belova, booked, call, deskWorld, director, done, morozova, office, refusal, run } from '../fixtures/desk'
import { registerEqualsJournal, registerOf, rowById, rowsOf } from '../fixtures/register'

const pdf = Buffer.from('%PDF-1.7 смета').toString('base64')

function file(card: Card, part: Partial<Input<'file/attach'>> = {}): Input<'file/attach'> {
  return { deal: card.ref, name: 'смета.pdf', mimeType: 'application/pdf', base64: pdf, ...part }
}

const sample = deskWorld()
const card = booked(sample, 'АНО «Маяк»')
const before = registerOf(sample)

function savedIn(world: World) {
  return world.state.files.filter(({ mimeType }) => mimeType !== 'application/vnd.google-apps.folder')
}

test('the file stands in Drive as it came, its line on the card, its name in the journal', () => {
  const world = sample.fork()
  const after = done(world, 'file/attach', file(card), morozova)
  const [saved] = savedIn(world)
  expect(saved).toMatchObject({ name: 'смета.pdf', mimeType: 'application/pdf', base64: pdf, owner: morozova })
  expect(after.deal.files).toBe(`смета.pdf https://drive.google.com/file/d/${saved?.id}/view?usp=drivesdk`)
  expect(rowById(world, 'Сделки', card.deal.id)['Файлы']).toBe(after.deal.files)
  expect(rowsOf(world, 'Журнал').at(-1)?.cells).toMatchObject({ Что: 'file/attach', Причина: 'смета.pdf', Кто: morozova })
  expect(done(world, 'deal/history', { id: card.deal.id }).lines[0]?.text).toBe('файлы: заполнено')
  registerEqualsJournal(world)
})

test('office manager, director and the consultant may open it; nobody else is given it', () => {
  const world = sample.fork()
  done(world, 'file/attach', file(card), morozova)
  expect(savedIn(world)[0]?.readers?.sort()).toEqual([director, office])
  const other = sample.fork()
  done(other, 'file/attach', file(card), office)
  expect(savedIn(other)[0]?.readers?.sort()).toEqual([director, morozova])
})

test('a second file goes below the first, into the same folder; a colleague has a folder of their own', () => {
  const world = sample.fork()
  const first = done(world, 'file/attach', file(card), morozova)
  const second = done(
    world,
    'file/attach',
    file(first, { name: 'устав.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }),
    morozova,
  )
  expect(second.deal.files.split('\n').map((line) => line.split(' ')[0])).toEqual(['смета.pdf', 'устав.docx'])
  done(world, 'file/attach', file(second, { name: 'план.txt', mimeType: 'text/plain' }), office)
  const folders = world.state.files.filter(({ name }) => name === 'Консультации — файлы')
  expect(folders.map(({ owner }) => owner)).toEqual([morozova, office])
  expect(savedIn(world).map(({ parents }) => parents?.[0])).toEqual([folders[0]?.id, folders[0]?.id, folders[1]?.id])
})

test('a folder that somebody deleted is made anew', () => {
  const world = sample.fork()
  const first = done(world, 'file/attach', file(card), morozova)
  world.state.files = world.state.files.filter(({ name }) => name !== 'Консультации — файлы')
  done(world, 'file/attach', file(first), morozova)
  expect(world.state.files.filter(({ name }) => name === 'Консультации — файлы')).toHaveLength(1)
  expect(savedIn(world)).toHaveLength(2)
})

const large = 'A'.repeat(14 * 1024 * 1024)
const refused: readonly (readonly [why: string, part: Partial<Input<'file/attach'>>, user: string, sentence: RegExp])[] = [
  [
    'a program',
    { name: 'смета.exe', mimeType: 'application/x-msdownload' },
    office,
    /^Файл «смета.exe» не прикрепить: принимаются документы/,
  ],
  ['a program called a PDF', { mimeType: 'application/x-msdownload' }, office, /^Файл «смета.pdf» не прикрепить/],
  [
    'a program that says it is a PDF',
    { base64: Buffer.from('MZ\u0090\u0000', 'latin1').toString('base64') },
    office,
    /^Файл «смета.pdf» не прикрепить/,
  ],
  ['more than 10 MB', { base64: large }, office, /^Файл «смета.pdf» не помещается: 10,5 МБ, а принимается до 10 МБ/],
  ['nothing', { base64: '' }, office, /^«смета.pdf»: файл пуст/],
  ['what is no base64', { base64: 'это не файл' }, office, /^«смета.pdf»: файл пришёл повреждённым/],
  ['a colleague’s card', {}, belova, /^Ваша роль \(консультант\) не позволяет: заполнять карточку другого консультанта/],
  ['a PR manager', {}, 'pr@example.org', /^Ваша роль \(PR-менеджер\) не позволяет: заполнять карточку/],
  ['a stranger', {}, 'stranger@example.org', /нет на листе «Сотрудники»/],
  [
    'a page that saw an older card',
    { deal: { ...card.ref, version: card.ref.version - 1 } },
    office,
    /изменилась с тех пор, как её открыли/,
  ],
]

test.each(refused)('%s is refused with a sentence, and nothing is saved', (_why, part, user, sentence) => {
  const world = sample.fork()
  expect(refusal(world, 'file/attach', file(card, part), user)).toMatch(sentence)
  expect(world.state.files).toEqual([])
  expect(registerOf(world)).toEqual(before)
})

test('K5: a closed card takes no file', () => {
  const world = sample.fork()
  const closed = done(world, 'deal/open', { id: 41003, row: null, clientId: null })
  expect(refusal(world, 'file/attach', file(closed))).toMatch(/^Сделка закрыта/)
  expect(world.state.files).toEqual([])
})

test('a repeated call of a page that missed the answer attaches once', () => {
  const world = sample.fork()
  done(world, 'file/attach', file(card))
  expect(refusal(world, 'file/attach', file(card))).toMatch(/изменилась с тех пор/)
  expect(savedIn(world)).toHaveLength(1)
})

test('what a colleague changes while the file is on its way stays, and the file comes too', () => {
  const world = sample.fork()
  const fill = { method: 'deal/fill', input: { deal: card.ref, fields: { comments: 'Позвонить в среду' } } }
  const record = world.invoke({ fn: 'rpc', entry: 'rpc', user: morozova, args: [{ method: 'file/attach', input: file(card) }] }, [], {
    beforeCall: (_n, name) => {
      if (name === 'Lock.acquire' && world.state.lock.heldBy === null) changeOnce(world, fill)
    },
  })
  expect(answerOf<'file/attach'>(record)).toMatchObject({ ok: true })
  expect(rowById(world, 'Сделки', card.deal.id)).toMatchObject({
    Комментарии: 'Позвонить в среду',
    Файлы: expect.stringContaining('смета.pdf'),
  })
  registerEqualsJournal(world)
})

let changed = false
function changeOnce(world: World, request: { method: string; input: unknown }): void {
  if (changed) return
  changed = true
  run(world, request.method, request.input)
}

test('a run that dies at any call leaves the register whole; at worst a file that no card lists', () => {
  for (const fault of deathFaults(run(sample.fork(), 'file/attach', file(card), morozova).calls)) {
    const world = sample.fork()
    run(world, 'file/attach', file(card), morozova, [fault])
    registerEqualsJournal(world)
    const files = String(rowById(world, 'Сделки', card.deal.id)['Файлы'] ?? '')
    expect(savedIn(world).length).toBeGreaterThanOrEqual(files === '' ? 0 : 1)
    if (files !== '') expect(files).toContain(savedIn(world)[0]?.id)
  }
})

test('where the lock does not come, the file is taken back and nothing is written', () => {
  const world = sample.fork()
  world.state.lock.heldBy = 999_999
  const answer = call(world, 'file/attach', file(card), morozova)
  expect(answer).toMatchObject({ ok: false, retry: true })
  expect(savedIn(world)).toEqual([])
  expect(registerOf(world)).toEqual(before)
})

test('a reader whom Google does not know does not keep the file from the card', () => {
  const world = sample.fork()
  const calls = run(sample.fork(), 'file/attach', file(card), morozova).calls
  const at = calls.find(({ name }) => name === 'Drive.Permissions.create')?.n ?? 0
  const record = run(world, 'file/attach', file(card), morozova, [{ at, kind: 'fail', message: 'No such user' }])
  expect(answerOf<'file/attach'>(record)).toMatchObject({ ok: true })
  expect(savedIn(world)[0]?.readers).toHaveLength(1)
})
