/** Who works in the simulated office: twenty consultants, five experts from outside, two office managers, the director, the PR manager. */
import type { World } from '../../../emulator/world/types'
import { director, done } from '../../fixtures/desk'
import { rowsIn } from '../invariants/cells'

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

const headings = ['Инициалы', 'ФИО', 'E-mail', 'Роли', 'Темы', 'Внешний', 'Ставка, ₽/ч', 'С', 'По']

/** Whom the sample lacks the director brings in a file: what a stranger's hand types gives no rights. */
export function hire(world: World): void {
  const known = new Set(rowsIn(world, 'Сотрудники').map(({ cells }) => cells['E-mail']))
  const rows = Object.entries(everybody)
    .filter(([, { email }]) => !known.has(email))
    .map(([initials, { email, topics }]) => {
      const isExternal = Object.hasOwn(externals, initials)
      const role = isExternal ? 'внешний консультант' : 'консультант'
      return [
        initials,
        `Новый ${initials}`,
        email,
        role,
        topics.join(','),
        isExternal ? 'да' : 'нет',
        isExternal ? '1000' : '',
        '09.01.2024',
        '',
      ]
    })
  const second = ['', 'Вторая Ольга Львовна', manager2, 'офис-менеджер', '', 'нет', '', '09.01.2024', '']
  done(world, 'import/apply', { kind: 'staff', table: { fileName: 'staff.csv', headings, rows: [...rows, second] } }, director)
}
