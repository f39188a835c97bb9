/** The clauses as people read them behind a small «I5»: none missing, none twice, and with the numbers that the desk goes by. */
import { moveRules } from '../../src/domain/deal/pipeline'
import { settingDefinitions } from '../../src/domain/office/settings'
import { clauses } from '../../src/domain/text/clauses.ru'

const numbered = Object.keys(clauses).filter((key) => key !== 'W')

test('every clause is one sentence, each its own', () => {
  for (const sentence of Object.values(clauses)) expect(sentence).toMatch(/^[А-ЯЁ][^.]*\.$/)
  expect(new Set(Object.values(clauses)).size).toBe(Object.keys(clauses).length)
})

test('the numbers of a section go up one by one', () => {
  const sections = [...new Set(numbered.map((key) => key[0] ?? ''))]
  expect(sections.sort()).toEqual(['A', 'C', 'G', 'I', 'K', 'R', 'S', 'T'])
  for (const section of sections) {
    const own = numbered.filter((key) => key.startsWith(section))
    expect(own).toEqual(own.map((_, index) => `${section}${index + 1}`))
  }
})

test('every clause that a move or a setting names has its sentence', () => {
  const named = [...moveRules, ...Object.values(settingDefinitions)].map(({ clause }) => clause).filter((clause) => clause !== '')
  expect(named.filter((clause) => !(clause in clauses))).toEqual([])
  expect(named.length).toBeGreaterThan(moveRules.length)
})

/** What a sentence says of a setting is what the setting starts with. */
test.each([
  ['G1', 'slotsPerWeek', '3', 'не меньше трёх'],
  ['G1', 'horizonDays', '14', 'на две недели вперёд'],
  ['G5', 'moveLimitDays', '2', 'на два рабочих дня'],
  ['G7', 'quotaPerWeek', '2', 'не меньше двух консультаций в неделю'],
  ['I7', 'attemptsNeeded', '3', 'после трёх попыток'],
  ['I7', 'attemptGapMinutes', '120', 'не меньше двух часов'],
  ['K3', 'feedbackEveryDays', '30', 'раз в месяц'],
  ['K6', 'fridayListAt', '15:00', 'до пятницы 15:00'],
  ['K6', 'fridayCloseBy', '18:00', 'до 18:00'],
  ['K7', 'fridayCloseBy', '18:00', 'до 18:00 следующей пятницы'],
] as const)('%s says what «%s» is: %s', (clause, setting, initial, words) => {
  expect(settingDefinitions[setting].initial).toBe(initial)
  expect(clauses[clause]).toContain(words)
})

/** Who acts, and on which stage: the words by which a person knows the clause. */
test.each([
  ['T2', ['руководителя проекта', 'директора']],
  ['I5', ['рабочего дня', 'мессенджер']],
  ['I6', ['«Не дозвонились»']],
  ['I8', ['«Принято в работу»']],
  ['A2', ['консультант', 'тема', 'время']],
  ['C4', ['офис-менеджер']],
  ['C8', ['«Консультация проведена»']],
  ['C9', ['следующего рабочего дня']],
  ['K2', ['«Запрошена обратная связь»']],
  ['K5', ['не может', '«Успешно завершённые»']],
  ['S2', ['До 5-го числа', 'директор']],
  ['S3', ['До 5-го числа', 'PR-менеджер']],
] as const)('%s names %j', (clause, words) => {
  for (const word of words) expect(clauses[clause]).toContain(word)
})
