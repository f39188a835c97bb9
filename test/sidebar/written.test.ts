/** A deed that is written, though something after it was not done: the page says so, whatever becomes of the screen. */

import { memoryDrafts } from '../../src/sidebar/models/page/drafts'
import { createPage } from '../../src/sidebar/models/page/page'
import { memoryTransport } from '../../src/sidebar/transports/memoryTransport'
import { pageData } from './pageBuilder'

test('the note of an answer stands on the page until it was read', async () => {
  const value = { holds: [] }
  const transport = memoryTransport({
    'slot/hold': () => ({ ok: true, value, note: 'Записано, но …' }),
    'slot/release': () => ({ ok: true, value }),
  })
  const page = createPage(pageData, { transport, drafts: memoryDrafts(), elapsed: () => 0 })
  const slot = { eventId: 'a', start: '2026-11-25T10:00' }
  await page.transport.call('slot/release', slot)
  expect(page.note.value).toBe('')
  expect(await page.transport.call('slot/hold', slot)).toMatchObject({ ok: true, value })
  await page.transport.call('slot/release', slot)
  expect(page.note.value).toBe('Записано, но …')
})
