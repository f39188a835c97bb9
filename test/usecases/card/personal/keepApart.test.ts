/** «Имена отдельно»: who may ask for it, and what the server is asked to do. */

import { vaultGoOn, vaultLeave, vaultLook, vaultMake, vaultStart } from '../../../../src/usecases/card/personal/keepApart'
import type { Known } from '../../../../src/usecases/method/method'

const asked = (method: { readonly deed?: unknown }, input: object) =>
  (method.deed as (input: object, known: Known) => unknown)(input, {} as Known)

test('each method asks for its deed, and for the right to keep data apart', () => {
  const link = 'https://docs.google.com/spreadsheets/d/1/edit'
  expect([vaultLook, vaultMake, vaultStart, vaultLeave, vaultGoOn].map(({ may }) => may)).toEqual(Array(5).fill('keepApart'))
  expect(asked(vaultLook, { link })).toMatchObject({ ok: true, value: { kind: 'vault', asked: { act: 'look', link } } })
  expect(asked(vaultStart, { link })).toMatchObject({ value: { asked: { act: 'start', link } } })
  expect([vaultMake, vaultLeave, vaultGoOn].map((method) => asked(method, {}))).toMatchObject(
    ['make', 'leave', 'goOn'].map((act) => ({ value: { kind: 'vault', asked: { act } } })),
  )
})
