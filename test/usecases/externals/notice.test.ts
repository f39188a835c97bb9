/** What a page tells, and nothing to do. */
import { notice } from '../../../src/usecases/externals/notice'

test('final only where it is said so: what was typed is forgotten then', () => {
  const told = { title: 'Спасибо', text: 'Ждём вас' }
  expect(notice(told)).toEqual({ view: 'notice', ...told, final: false })
  expect(notice(told, true).final).toBe(true)
})
