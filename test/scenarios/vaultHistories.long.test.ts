/** Two days lived at random with people's data apart: whatever holds of the desk holds, and nobody stands in the register. VAULT_SEEDS has more. */

import { clients, organisations } from '../fixtures/smallDesk'
import { twoDays } from '../fixtures/twoDays'
import { apart, registerText, vaultTexts } from '../fixtures/vaultDesk'

const seeds = Number(process.env['VAULT_SEEDS'] ?? 1)

test("histories with people's data apart", () => {
  const lived = Array.from({ length: seeds }, (_, at) => twoDays(`apart ${at}`, 14, apart))
  expect(lived.flatMap(({ wrong }) => wrong)).toEqual([])
  const people = [...organisations, ...clients, '8 911 416-01-2', 'Анна Иванова']
  for (const { world } of lived) {
    const register = registerText(world)
    expect(people.filter((one) => register.includes(one))).toEqual([])
    expect(vaultTexts(world).size).toBeGreaterThan(20)
  }
  console.info(`${seeds} histories, ${lived.reduce((sum, { letters }) => sum + letters, 0)} letters`)
})
