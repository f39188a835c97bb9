/** «Имена отдельно»: made, let in, moved in portions, and back after a second thought. */

import type { VaultShown } from '../../src/rpc/personalContract'
import { createVaultModel } from '../../src/sidebar/models/personal/vault'
import { accepted } from '../../src/sidebar/transports/memoryTransport'
import { benchWith, settled } from './pageBuilder'

const link = 'https://docs.google.com/spreadsheets/d/abcdefghijklmnopqrstuvwxyz/edit'
const shown = (part: Partial<VaultShown>) => accepted<VaultShown>({ mode: 'plain', link, moved: 0, without: [], away: '', ...part })

it('the move goes on portion after portion, and says how far it is', async () => {
  const portions = [shown({ mode: 'in', moved: 1500 }), shown({ mode: 'in', moved: 2100 }), shown({ mode: 'kept', moved: 2101 })]
  const asked: unknown[] = []
  const next = () => portions.shift() ?? shown({})
  const { page } = benchWith({
    'personal/vault': () => shown({ link: '' }),
    'personal/vaultMake': () => shown({ without: ['Титова'] }),
    'personal/vaultStart': (input) => {
      asked.push(input)
      return next()
    },
    'personal/vaultGoOn': next,
  })
  const model = createVaultModel(page)
  await model.load()
  expect(model.shown.value?.link).toBe('')
  await model.make()
  expect(model.shown.value?.without).toEqual(['Титова'])
  await model.start()
  for (let waits = 0; waits < 4; waits++) await settled()
  expect(asked).toEqual([{ link }])
  expect([model.shown.value?.mode, page.live.value]).toEqual(['kept', 'Данные клиентов перенесены.'])
})

it('the way back is asked about once more', async () => {
  const { page } = benchWith({
    'personal/vault': () => shown({ mode: 'kept' }),
    'personal/vaultLeave': () => shown({ mode: 'plain', link: '' }),
  })
  const model = createVaultModel(page)
  await model.load()
  model.askBack(true)
  expect([model.asks.value, model.shown.value?.mode]).toEqual([true, 'kept'])
  await model.leave()
  await settled()
  expect([model.asks.value, model.shown.value?.mode, page.live.value]).toEqual([false, 'plain', 'Данные клиентов снова в этой таблице.'])
})
