/** The tool for tasks takes none for a while. */
import { pauseCell, pauseOf } from '../../../src/usecases/control/taskPause'

const pause = { until: '2026-11-23T10:00', message: 'Planfix не отвечает', tool: 'Planfix' }
const none = { until: '', message: '', tool: '' }

test('as it was written, it is read', () => {
  expect(pauseOf({ taskPause: pauseCell(pause) })).toEqual(pause)
})

test('one of an older version names no tool', () => {
  expect(pauseOf({ taskPause: '{"until":"","message":"Неверный ключ"}' })).toEqual({ ...none, message: 'Неверный ключ' })
})

test.each(['', 'мусор', '{', '[]', '{"until":"завтра","message":"x"}'])('«%s»: no pause', (taskPause) => {
  expect(pauseOf({ taskPause })).toEqual(none)
})
