/** A client's kind as its name tells it. */

import { organisationKinds } from '../../src/domain/client/client'
import { kindByName } from '../../src/domain/client/meant/kindByName'

test.each([
  ['АНО «Белая ночь»', 'НКО'],
  ['ано белая ночь', 'НКО'],
  ['Фонд "Поморье"', 'НКО'],
  ['Архангельская региональная общественная организация «Мир»', 'НКО'],
  ['МБУ «Шаг навстречу»', 'учреждение'],
  ['Администрация Онежского района', 'орган местного самоуправления'],
  ['ООО «Ромашка»', 'бизнес'],
  ['ИП Иванов', 'бизнес'],
  ['Газета «Маяк»', 'СМИ'],
  ['Инициативная группа «Двор»', 'инициативная группа'],
  // What stands in quotes is a name, not a form.
  ['«Фонд»', ''],
  ['АНО «Газета района»', 'НКО'],
  // Two kinds at once, or none: a person says.
  ['ООО Фонд', ''],
  ['ТОС «Заостровье»', ''],
  ['Белая ночь', ''],
  ['физическое лицо', ''],
  ['', ''],
])('«%s» is «%s»', (name, kind) => expect(kindByName(name)).toBe(kind))

test('only kinds of the list are proposed', () => {
  const named = ['Фонд', 'МБУ', 'Администрация', 'ООО', 'Газета', 'Инициативная группа'].map(kindByName)
  expect(named.every((kind) => (organisationKinds as readonly string[]).includes(kind))).toBe(true)
  expect(new Set(named).size).toBe(6)
})
