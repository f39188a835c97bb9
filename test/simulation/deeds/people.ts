/** Who works in the simulated office: twenty consultants, five experts from outside, two office managers, the director, the PR manager. */
import type { World } from '../../../emulator/world/types'
import { office, sheet } from '../../fixtures/desk'
import { rowsIn, standing } from '../invariants/cells'

interface Person {
  readonly email: string
  readonly topics: readonly number[]
}

/** Initials → address and topics. The first twelve and the first three experts stand in the sample. */
const consultants: Readonly<Record<string, Person>> = {
  ММ: { email: 'gg0@example.org', topics: [8, 10, 5] },
  ОП: { email: 'ub1@example.org', topics: [2, 10] },
  ИС: { email: 'ep2@example.org', topics: [11, 9] },
  ЕК: { email: 'js3@example.org', topics: [8, 3] },
  НВ: { email: 'no4@example.org', topics: [6, 1] },
  АК: { email: 'as5@example.org', topics: [5, 1] },
  АКт: { email: 'asm6@example.org', topics: [7, 9] },
  ТЛ: { email: 'wz7@example.org', topics: [8, 4] },
  ДЗ: { email: 'cx8@example.org', topics: [6, 8] },
  СБ: { email: 'ph9@example.org', topics: [2, 11] },
  ЮР: { email: 'ci10@example.org', topics: [8, 10, 7] },
  ВГ: { email: 'ov11@example.org', topics: [9, 5] },
  АП: { email: 'c13@example.org', topics: [10] },
  БЛ: { email: 'c14@example.org', topics: [2, 6] },
  ГН: { email: 'c15@example.org', topics: [11] },
  ДР: { email: 'c16@example.org', topics: [8] },
  ЖТ: { email: 'c17@example.org', topics: [10, 9] },
  ИСв: { email: 'c18@example.org', topics: [6] },
  КФ: { email: 'c19@example.org', topics: [2] },
  ЛХ: { email: 'c20@example.org', topics: [11, 3] },
}
export const externals: typeof consultants = {
  ПН: { email: 'bn12@example.org', topics: [11] },
  ЛФ: { email: 'zk13@example.org', topics: [2] },
  КЩ: { email: 'st14@example.org', topics: [6, 4] },
  НЭ: { email: 'x15@example.org', topics: [8] },
  РЮ: { email: 'x16@example.org', topics: [10, 9] },
}
export const everybody = { ...consultants, ...externals }
export const initialsOf = (topic: number) => Object.keys(everybody).filter((one) => everybody[one]?.topics.includes(topic))
export const manager2 = 'office2@example.org'

/** Who the sample lacks is hired, beside somebody of the same kind; the second office manager too. */
export function hire(world: World): void {
  for (const [initials, { email, topics }] of Object.entries(everybody))
    beside(world, Object.hasOwn(externals, initials) ? externals['КЩ']?.email : consultants['ММ']?.email, {
      'E-mail': email,
      Инициалы: initials,
      ФИО: `Новый ${initials}`,
      Темы: topics.join(','),
    })
  beside(world, office, { 'E-mail': manager2 })
}

/** A row like the other one's, but for these cells; nothing where the address stands already. */
function beside(world: World, like: string | undefined, own: Readonly<Record<string, string>>): void {
  const people = sheet(world, 'Сотрудники')
  const found = rowsIn(world, 'Сотрудники')
  const row = found.find(({ cells }) => cells['E-mail'] === like)?.row
  if (row === undefined || found.some(({ cells }) => cells['E-mail'] === own['E-mail'])) return
  const headings = (people.cells[0] ?? []).map((cell) => String(standing(cell) ?? ''))
  people.cells = [...people.cells, (people.cells[row - 1] ?? []).map((cell, at) => own[headings[at] ?? ''] ?? cell)]
}
