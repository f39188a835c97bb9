/** The script lock is gone in the middle of a command, and somebody else writes meanwhile: the first is told to repeat, nothing is written over. */
import { deskWorld, done, office, phoned, request } from '../fixtures/desk'
import { registerEqualsJournal, rowById, rowsOf } from '../fixtures/register'

const second = 'director@example.org'

/** A field saved while the lock is lost after so many calls under it. */
function savedWithout(calls: number) {
  const world = deskWorld()
  const { ref } = phoned(world, 'АНО «Маяк»')
  const { lock } = world.state
  let [under, isLost] = [0, false]
  const beforeCall = () => {
    if (isLost || lock.heldBy === null || under++ < calls) return
    isLost = true
    lock.heldBy = null
    done(world, 'deal/fill', { deal: ref, fields: { comments: 'второй' } }, second)
  }
  const { value } = world.invoke(request('deal/fill', { deal: ref, fields: { request: 'первый' } }, office), [], { beforeCall })
  return { world, id: ref.id, answer: value as { readonly ok: boolean; readonly retry?: boolean }, isLost }
}

test.each([0, 1, 2])('lost after %i of its calls', (calls) => {
  const { world, id, answer, isLost } = savedWithout(calls)
  expect(isLost).toBe(true)
  // Before it read, it reads what the second has written, and the card is another one than was shown.
  expect(answer).toMatchObject({ ok: false, retry: calls > 0 })
  expect(rowById(world, 'Сделки', id)).toMatchObject({ Комментарии: expect.stringContaining('второй') as string })
  const lines = rowsOf(world, 'Журнал').filter(({ cells }) => cells['Лист'] === 'Сделки' && cells['№ строки'] === id)
  const versions = lines.map(({ cells }) => cells['Версия'])
  expect(new Set(versions).size).toBe(versions.length)
  registerEqualsJournal(world)
})
