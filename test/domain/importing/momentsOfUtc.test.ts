/** A file that tells how far its clock is ahead of UTC: its moments become the office's wall clock; one that does not tell is read as it stands. */
import { arrange } from '../../../src/domain/importing/proposal/arrange'
import { type Plan, proposePlan } from '../../../src/domain/importing/proposal/plan'
import { addMinutes } from '../../../src/domain/time/localTime'
import { aheadOfUtc } from '../../../src/domain/time/zones'

const nobody = { people: [], projects: [] }
const heading = ['ID', 'Организация', 'Дата создания', 'Дата консультации']
const headingOfTwo = ['ID', 'Организация', 'Дата создания', 'Дата консультации', 'Время консультации']

const gridOf = (headings: readonly string[], when: readonly string[]) =>
  ({ fileName: 'выгрузка.csv', rows: [headings, ['41001', 'АНО «Маяк»', '03.08.2026 10:00', ...when]] }) as never

const plans = new Map<readonly string[], Plan>([
  [heading, proposePlan(gridOf(heading, ['2026-08-05T11:00:00Z']), nobody)],
  [headingOfTwo, proposePlan(gridOf(headingOfTwo, ['05.08.2026', '11:00 UTC']), nobody)],
])

function startIn(headings: readonly string[], when: readonly string[], zone: string): string {
  const grid = gridOf(headings, when)
  const plan = plans.get(headings) as Plan
  const table = arrange(grid, plan, { now: '2026-11-23T09:00', zone })
  const at = plan.targets.indexOf('start')
  expect(at).toBeGreaterThan(0)
  return String(table.rows[0]?.[table.headings.indexOf('Дата и время консультации')])
}

const ends: readonly [end: string, ahead: number | null][] = [
  ['Z', 0],
  ['+00:00', 0],
  ['+03:00', 180],
  ['+0500', 300],
  ['-0330', -210],
  [' UTC', 0],
  [' (GMT+7)', 420],
  [' МСК', 180],
  ['', null],
]
const offices = ['Europe/Moscow', 'Europe/Kaliningrad', 'Asia/Vladivostok', 'Asia/Novosibirsk']
const hours = ['00:30', '09:00', '23:30']
/** «11:30 PM» */
const halfDay = (hour: string) => `${Number(hour.slice(0, 2)) % 12 || 12}${hour.slice(2)} ${hour < '12' ? 'AM' : 'PM'}`
const cases = offices.flatMap((zone) => hours.flatMap((hour) => ends.map(([end, ahead]) => ({ zone, hour, end, ahead }))))

test.each(cases)('$hour:00$end in an office of $zone', ({ zone, hour, end, ahead }) => {
  const told = `2026-08-05T${hour}`
  const expected = ahead === null ? told : addMinutes(told, (aheadOfUtc(zone) ?? 0) - ahead)
  expect(startIn(heading, [`2026-08-05T${hour}:00${end}`], zone)).toBe(expected)
  expect(startIn(headingOfTwo, ['05.08.2026', `${hour}:00${end}`], zone)).toBe(expected)
  if (/^ |^$/.test(end)) expect(startIn(heading, [`05.08.2026 ${halfDay(hour)}${end}`], zone)).toBe(expected)
})

test('where summer differs, or the zone is none of the list, a moment is read as it stands', () => {
  for (const zone of ['Europe/Berlin', 'Mars/Base', '']) expect(startIn(heading, ['2026-08-05T11:00:00Z'], zone)).toBe('2026-08-05T11:00')
})

test('an end that tells its offset too ends as long after the start', () => {
  const headings = [...headingOfTwo, 'Окончание']
  const row = ['41001', 'АНО «Маяк»', '03.08.2026 10:00', '05.08.2026', '11:00 UTC', '11:45 UTC']
  const grid = { fileName: 'выгрузка.csv', rows: [headings, row] } as never
  const table = arrange(grid, proposePlan(grid, nobody), { now: '2026-11-23T09:00', zone: 'Europe/Moscow' })
  expect(table.rows[0]?.[table.headings.indexOf('Продолжительность, мин')]).toBe('45')
})
