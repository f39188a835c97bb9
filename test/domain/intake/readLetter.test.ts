/** I1, e-mail: a pasted letter proposes its fields; what is free text is the question. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { consultantMeant, topicMeant } from '../../../src/domain/intake/read/meant'
import { letterRaw, readLetter } from '../../../src/domain/intake/read/readLetter'
import { person } from '../../fixtures/builders'

const letter = readFileSync(join(__dirname, '../../fixtures/intake/letter.txt'), 'utf8')

test('lines «Поле: значение», the rest is the question, the phone is found by look', () => {
  expect(readLetter(letter)).toMatchObject({
    sender: 'letter',
    fields: {
      contact: 'Вера Шилова',
      email: 'vera@shilova.example',
      organisation: 'АРОО «Добрый край»',
      municipality: 'Холмогорский район',
      topic: 11,
      phone: '8 (911) 777-66-55',
    },
  })
  expect(readLetter(letter).fields.text).toContain('Подскажите: нужен ли нам новый устав?\nВремя: любое.')
})

test('the same letter pasted again has the same key, whatever the lines between', () => {
  expect(letterRaw(`\r\n${letter.replace(/\n/g, '\r\n')}  `).outsideIds).toBe(letterRaw(letter).outsideIds)
})

test('«Вопрос:» goes on below; a topic in own words is part of the question', () => {
  const { fields } = readLetter('Имя: Анна\nТема: гранты\nВопрос: как подать\nи когда?')
  expect(fields).toMatchObject({ contact: 'Анна', topic: null })
  expect(fields.text).toBe('Тема: гранты\nкак подать\nи когда?')
})

test.each([
  ['8', 8],
  ['8. Социальное проектирование', 8],
  ['социальное  ПРОЕКТИРОВАНИЕ', 8],
  ['Тема консультации: Управление проектом и отчётность', 10],
  ['правовые', 11],
  ['вопросы', null],
  ['управление', null],
  ['12', null],
  ['1e1', null],
  ['', null],
])('topic %j is %j', (typed, topic) => expect(topicMeant(typed)).toBe(topic))

const people = [
  person(),
  person({ initials: 'ИС', name: 'Соколов Илья Петрович' }),
  person({ initials: 'АК', name: 'Котова Анна Сергеевна' }),
  person({ initials: 'АКт', name: 'Катаев Алексей Романович' }),
  person({ initials: '', name: 'Титова Оксана Дмитриевна' }),
]
test.each([
  ['ММ', 'ММ'],
  ['м.м.', 'ММ'],
  ['с Морозовой Марией', 'ММ'],
  ['Соколовым', 'ИС'],
  ['акт', 'АКт'],
  ['АК', 'АК'],
  ['Морозова или Соколов', ''],
  ['Титова', ''],
  ['не помню', ''],
])('agreed with %j is %j (I2)', (typed, initials) => expect(consultantMeant(typed, people)).toBe(initials))
