import { movedClientLetter } from '../../src/domain/letter/moveLetters.ru'

const booking = {
  centreName: 'Ресурсный центр НКО',
  centrePhone: '20-65-10',
  organisation: 'АНО «Маяк»',
  start: '2026-11-25T18:00',
  now: '2026-11-23T10:00',
  consultantName: 'Кузьмина Елена Юрьевна',
  format: 'inPerson',
  place: '',
} as const

test.each([
  ['moved', '2026-11-24T11:00', 'Ваша консультация перенесена: теперь ср 25 ноября, 18:00 (было вт 24 ноября, 11:00).'],
  ['G5: the time that it leaves was never told', null, 'Ваша консультация перенесена: теперь ср 25 ноября, 18:00.'],
  [
    'G6: another consultant, the same time',
    '2026-11-25T18:00',
    'Время вашей консультации прежнее: ср 25 ноября, 18:00. Её проведёт другой консультант.',
  ],
])('the client is told: %s', (_, told, sentence) => {
  expect(movedClientLetter({ ...booking, told }).body).toContain(`\n${sentence}\n`)
})
