import { moveRules } from '../../src/domain/deal/pipeline'
import { clauses } from '../../src/domain/text/clauses.ru'

test('every clause is one sentence', () => {
  for (const sentence of Object.values(clauses)) expect(sentence).toMatch(/^[А-ЯЁ][^.]*\.$/)
})

test('every clause that a move names has its sentence', () => {
  for (const { clause } of moveRules) expect(clauses[clause]).toBeDefined()
})
