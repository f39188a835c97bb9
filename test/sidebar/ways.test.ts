/** «Приём заявок»: chosen, saved once, the key shown once. */

import { createPersonalModel } from '../../src/sidebar/models/personal/personal'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, settled } from './pageBuilder'

const vk = { account: '', name: '', message: '', good: true }
const stands = { mode: 'all', address: '', declared: [], vk, hasKey: false, url: 'https://desk.example/exec?receiver' } as const
const opened = {
  'personal/map': () => accepted({ lines: [], progress: { left: 0, done: 0, of: 0, filesLeft: [] }, months: 0 }),
  'ways/open': () => accepted({ ...stands, declared: [] }),
} as const

async function waysOf(answers: object) {
  const { page } = benchWith({ ...opened, ...answers })
  const model = createPersonalModel(page, () => undefined)
  model.show('ways')
  await settled()
  return model.ways
}

it('what stands is shown; nothing is to be saved until something differs, nor with half an address', async () => {
  const ways = await waysOf({})
  expect([ways.stands.value?.url, ways.canSave.value]).toEqual([stands.url, false])
  ways.edit({ mode: 'ruFirst', address: 'zapis.centre.ru' })
  expect([ways.fault.value === '', ways.canSave.value]).toEqual([false, false])
  ways.edit({ address: ' https://zapis.centre.ru/ ' })
  expect(ways.canSave.value).toBe(true)
})

it('it is saved as typed, trimmed, and stands then', async () => {
  const asked: unknown[] = []
  const ways = await waysOf({
    'ways/set': (input: { mode: 'ruFirst'; address: string; declared: [] }) => {
      asked.push(input)
      return accepted({ ...stands, ...input })
    },
  })
  ways.edit({ mode: 'ruFirst', address: ' https://zapis.centre.ru/ ' })
  ways.toggle('import')
  ways.toggle('amocrm')
  ways.toggle('import')
  await ways.save()
  expect(asked).toEqual([{ mode: 'ruFirst', address: 'https://zapis.centre.ru/', declared: ['amocrm'] }])
  expect([ways.saved.value, ways.canSave.value, ways.typed.value.address]).toEqual([true, false, 'https://zapis.centre.ru/'])
  ways.edit({ mode: 'all' })
  expect(ways.saved.value).toBe(false)
})

it('the key is on the screen until it is left, and what is typed stays', async () => {
  const ways = await waysOf({ 'ways/key': () => accepted({ ...stands, declared: [], hasKey: true, key: 'k'.repeat(64) }) })
  ways.edit({ address: 'https://zapis.centre.ru/' })
  await ways.makeKey()
  expect([ways.key.value.length, ways.stands.value?.hasKey, ways.typed.value.address]).toEqual([64, true, 'https://zapis.centre.ru/'])
  expect(JSON.stringify(ways.stands.value)).not.toContain('kkk')
  await ways.load()
  expect([ways.key.value, ways.typed.value.address]).toEqual(['', 'https://zapis.centre.ru/'])
})
