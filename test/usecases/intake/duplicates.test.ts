/** Cards of the register that may be one client are shown to the office. */
import { duplicates } from '../../../src/usecases/intake/duplicates'
import { client } from '../../fixtures/builders'
import { shownBy, whoMay } from '../../fixtures/known'
import { everyOffice } from '../../fixtures/staff'

test('pairs by their older card, twenty at once, with how many there are', () => {
  const two = [client(), client({ id: 8, organisation: 'Фонд «Север»' })]
  expect(shownBy(duplicates, {}, { clients: two })).toMatchObject({ pairs: [{ keep: { id: 7 }, drop: { id: 8 } }], count: 1 })
  expect(shownBy(duplicates, {}, { clients: two }).pairs[0]?.text).toBe(
    'возможно, это Фонд «Север», карточка № 8 (тот же телефон, тот же e-mail, то же имя; организация другая)',
  )
  const many = Array.from({ length: 8 }, (_, at) => client({ id: at + 1 }))
  expect(shownBy(duplicates, {}, { clients: many })).toMatchObject({ pairs: { length: 20 }, count: 28 })
})

test('the office', () => expect(whoMay(duplicates, {}, {})).toEqual(everyOffice))
