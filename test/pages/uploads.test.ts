/** Files of an expert's report in his browser (C9): one after the other, each with its state; what fails stays and loses nothing. */

import type { PickedFile } from '../../src/domain/deal/attachedFile'
import { createUploads, type Upload, uploadsBefore } from '../../src/pages/uploads'
import type { FileAnswer, PageInput } from '../../src/rpc/pageContract'

const picked = (name: string, part: Partial<PickedFile> = {}): PickedFile => ({ name, type: 'application/pdf', size: 2_400_000, ...part })
const stands = (name: string, key = name): FileAnswer => ({ ok: true, file: { key, name } })
const refused: FileAnswer = { ok: false, message: 'Сейчас не получилось. Подождите минуту и повторите.', retry: true }

interface Asked {
  readonly input: PageInput<'report/attach'>
  readonly answer: (answer: FileAnswer) => void
}

function uploadsWith({ before = uploadsBefore([]), read = () => Promise.resolve('JVBERg==') } = {}) {
  let list: readonly Upload[] = before
  const asked: Asked[] = []
  const uploads = createUploads(before, {
    changed: (next) => {
      list = next
    },
    read,
    send: (input) => new Promise((answer) => asked.push({ input, answer })),
  })
  return { uploads, asked, states: () => list.map(({ name, state }) => `${name}: ${state}`), list: () => list }
}

/** Everything that waits for nothing but its turn. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

test('several chosen at once go one after the other, in their order', async () => {
  const { uploads, asked, states } = uploadsWith()
  uploads.choose([picked('смета.pdf'), picked('план.odt', { type: '' })])
  await rest()
  expect(states()).toEqual(['смета.pdf: sending', 'план.odt: waiting'])
  expect(asked.map(({ input }) => input)).toEqual([{ name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERg==' }])
  asked[0]?.answer(stands('смета.pdf'))
  await rest()
  expect(states()).toEqual(['смета.pdf: done', 'план.odt: sending'])
  expect(asked[1]?.input.mimeType).toBe('application/vnd.oasis.opendocument.text')
  asked[1]?.answer(stands('план.odt'))
  await rest()
  expect(states()).toEqual(['смета.pdf: done', 'план.odt: done'])
})

test('what fails keeps its reason and its place, the next goes on; repeated, it stands', async () => {
  const { uploads, asked, states, list } = uploadsWith()
  uploads.choose([picked('смета.pdf'), picked('план.pdf')])
  await rest()
  asked[0]?.answer(refused)
  await rest()
  asked[1]?.answer(stands('план.pdf'))
  await rest()
  expect(list()[0]).toMatchObject({ state: 'failed', why: 'Сейчас не получилось. Подождите минуту и повторите.', repeats: true })
  uploads.again(0)
  await rest()
  expect(asked[2]?.input.name).toBe('смета.pdf')
  asked[2]?.answer(stands('смета.pdf'))
  await rest()
  expect(states()).toEqual(['смета.pdf: done', 'план.pdf: done'])
})

test.each([
  [picked('смета.exe', { type: 'application/x-msdownload' }), /^Файл «смета.exe» не прикрепить/],
  [picked('смета.pdf', { size: 11 * 1024 * 1024 }), /^Файл «смета.pdf» не помещается: 11 МБ/],
  [picked('смета.pdf', { size: 0 }), /^Файл «смета.pdf» пуст/],
])('what cannot be taken is not sent, and not to be repeated: %#', async (file, why) => {
  const { uploads, asked, list } = uploadsWith()
  uploads.choose([file])
  await rest()
  expect(asked).toEqual([])
  expect(list()[0]).toMatchObject({ state: 'failed', why: expect.stringMatching(why), repeats: false })
})

test('a file that does not read is said so and may be tried again', async () => {
  const { uploads, asked, list } = uploadsWith({ read: () => Promise.reject(new Error('gone')) })
  uploads.choose([picked('смета.pdf')])
  await rest()
  expect([asked.length, list()[0]?.state, list()[0]?.repeats]).toEqual([0, 'failed', true])
})

test('the eleventh is refused here; a removed failure makes no room that was not there', async () => {
  const before = uploadsBefore(Array.from({ length: 9 }, (_, n) => ({ key: `k${n}`, name: `${n}.pdf` })))
  const { uploads, asked, list, states } = uploadsWith({ before })
  uploads.choose([picked('10.pdf'), picked('11.pdf')])
  await rest()
  expect(list()[10]).toMatchObject({ state: 'failed', why: 'Прилагается не больше 10 файлов. На остальные вставьте ссылку.' })
  asked[0]?.answer(stands('10.pdf'))
  uploads.remove(10)
  await rest()
  expect([asked.length, states().length, states()[9]]).toEqual([1, 10, '10.pdf: done'])
})

test('the same file chosen once more stands once, as the server knows it', async () => {
  const { uploads, asked, states } = uploadsWith({ before: uploadsBefore([{ key: '9k2m', name: 'смета.pdf' }]) })
  uploads.choose([picked('C:\\смета.pdf')])
  await rest()
  asked[0]?.answer(stands('смета.pdf', '9k2m'))
  await rest()
  expect(states()).toEqual(['смета.pdf: done'])
})

describe('sending the report', () => {
  test('waits for what is under way, also for what is chosen meanwhile', async () => {
    const { uploads, asked } = uploadsWith()
    uploads.choose([picked('смета.pdf')])
    const sentence = uploads.settled()
    let told: string | null = null
    void sentence.then((said) => {
      told = said
    })
    await rest()
    uploads.choose([picked('план.pdf')])
    asked[0]?.answer(stands('смета.pdf'))
    await rest()
    expect(told).toBeNull()
    asked[1]?.answer(stands('план.pdf'))
    expect(await sentence).toBe('')
  })

  test('names what is not there, until it is repeated or removed', async () => {
    const { uploads, asked } = uploadsWith()
    uploads.choose([picked('смета.pdf'), picked('игра.exe', { type: '' })])
    await rest()
    asked[0]?.answer(refused)
    expect(await uploads.settled()).toBe(
      'Не загружено: «смета.pdf», «игра.exe». Нажмите у файла «Повторить» или «Убрать» и отправьте отчёт снова.',
    )
    uploads.remove(0)
    uploads.remove(1)
    expect(await uploads.settled()).toBe('')
  })
})
