/** «Приложить файл»: checked before it is read, sent with the card's version, kept where something goes wrong. */

import type { PickedFile } from '../../src/domain/deal/attachedFile'
import { createAttachModel } from '../../src/sidebar/models/card/attach'
import { accepted, type Handlers, refused } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, cardOf, held, settled } from './pageBuilder'

const card = cardOf({ stage: 'held' })
const after = cardOf({ stage: 'held', version: 2, files: 'смета.pdf https://drive.google.com/file/d/1/view' })
const picked = (part: Partial<PickedFile> = {}): PickedFile => ({ name: 'смета.pdf', type: 'application/pdf', size: 2_400_000, ...part })

function modelWith(handlers: Handlers, read: () => Promise<string> = () => Promise.resolve('JVBERg==')) {
  const bench = benchWith(handlers)
  const received: string[] = []
  const reads: string[] = []
  const links = {
    received: (_card: unknown, sentence: string) => received.push(sentence),
    late: (_card: unknown, sentence: string) => received.push(`позже: ${sentence}`),
    read: (file: PickedFile) => {
      reads.push(file.name)
      return read()
    },
  }
  return { ...bench, model: createAttachModel(bench.page, links), received, reads }
}

it('a file is read, sent with the version of the card, and said to be there', async () => {
  const { model, server, received } = modelWith({ 'file/attach': () => accepted(after) })
  await model.choose(card, picked())
  expect(server.calls).toEqual([
    { method: 'file/attach', input: { deal: card.ref, name: 'смета.pdf', mimeType: 'application/pdf', base64: 'JVBERg==' } },
  ])
  expect(received).toEqual(['Файл «смета.pdf» приложен'])
  expect([model.chosen.value, model.progress.value]).toEqual([null, ''])
})

it.each([
  [
    picked({ size: 10 * 1024 * 1024 + 1 }),
    'Файл «смета.pdf» не помещается: 10,1 МБ, а принимается до 10 МБ. Сожмите его или пришлите ссылку в комментарии.',
  ],
  [picked({ size: 0 }), 'Файл «смета.pdf» пуст. Выберите другой.'],
])('what cannot be taken is not even read', async (file, sentence) => {
  const { model, server, reads } = modelWith({})
  await model.choose(card, file)
  expect(model.fault.value).toBe(sentence)
  expect([reads, server.calls, model.chosen.value]).toEqual([[], [], file])
})

it('a type the browser does not know is told from the name', async () => {
  const { model, server } = modelWith({ 'file/attach': () => accepted(after) })
  await model.choose(card, picked({ name: 'смета.odt', type: '' }))
  expect(server.calls[0]?.input).toMatchObject({ mimeType: 'application/vnd.oasis.opendocument.text' })
})

it('progress is told while it goes, and a second choice waits its turn', async () => {
  const answer = held<'file/attach'>()
  const { model, server, page } = modelWith({ 'file/attach': () => answer.promise })
  const first = model.choose(card, picked())
  expect(model.progress.value).toBe('Читаем «смета.pdf»…')
  await settled()
  expect(model.progress.value).toBe('Отправляем «смета.pdf», 2,3 МБ…')
  expect(page.live.value).toBe(model.progress.value)
  await model.choose(card, picked({ name: 'другое.pdf' }))
  answer.come(accepted(after))
  await first
  expect(server.calls).toHaveLength(1)
})

it('a refusal is shown, keeps the choice, and the same file can be sent again with the fresh card', async () => {
  const { model, server } = modelWith({ 'file/attach': () => refused({ message: 'Сейчас записывает кто-то другой.', retry: true }) })
  await model.choose(card, picked())
  expect(model.caller.trouble.value?.message).toBe('Сейчас записывает кто-то другой.')
  expect(model.chosen.value).toEqual(picked())
  server.answer({ 'file/attach': () => accepted(after) })
  await model.again(after)
  expect(server.calls.at(-1)?.input).toMatchObject({ deal: { version: 2 } })
  expect(model.chosen.value).toBeNull()
})

it('a file that cannot be read is said so', async () => {
  const { model, server } = modelWith({}, () => Promise.reject(new Error('gone')))
  await model.choose(card, picked())
  expect(model.fault.value).toBe('Файл «смета.pdf» не читается. Проверьте, что он открывается, и выберите его снова.')
  expect(server.calls).toEqual([])
})
