/** The page that is handed over: everything, in words, and nothing of it is markup. */
import { emptyClient } from '../../../../src/domain/client/client'
import { personPage } from '../../../../src/usecases/card/personal/personPage'

test('cards, history, letters and files, each value escaped', () => {
  const { name, html } = personPage({
    centre: 'Центр',
    now: '2026-11-23T09:00',
    rows: [{ table: 'Клиенты', fields: { ...emptyClient, id: 7, contact: '<b>Анна</b>', phone: '8 911 416-01-23' } }],
    lines: [{ at: '2026-11-20T09:00', table: 'Клиенты', kind: 'deal/create', change: '{"email":[null,"a@b.example"]}' }],
    letters: [{ to: 'a@b.example', payload: '{"subject":"Время","body":"Ждём вас"}', created: '2026-11-21T09:00', done: null }],
    files: ['file1'],
  })
  expect(name).toBe('данные-2026-11-23.html')
  for (const part of [
    '&lt;b&gt;Анна&lt;/b&gt;',
    '8 911 416-01-23',
    'E-mail: a@b.example',
    'Ждём вас',
    'ещё не отправлено',
    '/file/d/file1/view',
  ])
    expect(html).toContain(part)
  expect(html).not.toContain('<b>')
})
