/** «Под номерами»: people's data in a spreadsheet of their own, the register the same to the office. */

import { bookInput, deskWorld, done, nextTick, phoned, slotOf } from '../fixtures/desk'
import { registerEqualsJournal, valuesOf } from '../fixtures/register'
import { enterVault, leaveVault, registerText, vaultTexts } from '../fixtures/vaultDesk'

const shown = ['Сделки', 'Клиенты', 'Журнал', 'Контроль', 'Исходящие', 'Расхождения', 'Зеркало календаря', 'Нарушения', 'Задачи'] as const

test('in, lived, and out again: the office reads the same, and nobody stands in the register', () => {
  const world = deskWorld()
  phoned(world, 'Фонд «До переноса»')
  const before = Object.fromEntries(shown.map((title) => [title, valuesOf(world, title)]))
  enterVault(world)
  expect(Object.fromEntries(shown.map((title) => [title, valuesOf(world, title)]))).toEqual(before)
  const card = phoned(world, 'АНО «После переноса»')
  done(world, 'deal/book', bookInput(card, slotOf(world)))
  nextTick(world)
  registerEqualsJournal(world)
  const own = new Set(valuesOf(world, 'Сотрудники').flat())
  const texts = [...vaultTexts(world).values()].flatMap((row) => [...row.values()]).filter((text) => text.length > 6 && !own.has(text))
  const register = registerText(world)
  expect(texts.filter((text) => register.includes(JSON.stringify(text).slice(1, -1))).slice(0, 5)).toEqual([])
  expect(texts.length).toBeGreaterThan(30)
  const lived = Object.fromEntries(shown.map((title) => [title, valuesOf(world, title)]))
  leaveVault(world)
  expect(Object.fromEntries(shown.map((title) => [title, valuesOf(world, title)]))).toEqual(lived)
  expect(registerText(world)).not.toContain('⟦п:')
})
