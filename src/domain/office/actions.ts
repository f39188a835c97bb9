/** The rights of the office, one row each: what a person may want to do, and the roles of «Сотрудники» that may. */

import type { Role } from './roles'

interface Right {
  /** As the refusal names it. */
  readonly title: string
  readonly roles: readonly Role[]
}

const everyOffice: readonly Role[] = ['officeManager', 'director', 'administrator']

export const rights = {
  read: { title: 'смотреть сделки', roles: [...everyOffice, 'consultant', 'projectManager', 'prManager'] },
  intake: { title: 'заводить заявки', roles: [...everyOffice, 'consultant'] },
  call: { title: 'отмечать звонки', roles: [...everyOffice, 'consultant'] },
  assign: { title: 'назначать консультации', roles: [...everyOffice, 'consultant'] },
  fill: { title: 'заполнять карточку', roles: [...everyOffice, 'consultant'] },
  close: { title: 'закрывать неделю', roles: everyOffice },
  /** The client's own mark and words: by his link, or taken down by the office, never by the consultant. */
  hear: { title: 'записывать отзыв со слов клиента', roles: everyOffice },
  expertReport: { title: 'отмечать отчёт внешнего консультанта', roles: everyOffice },
  report: { title: 'формировать отчёт', roles: ['director', 'administrator', 'officeManager'] },
  monthNumbers: { title: 'смотреть числа месяца', roles: [...everyOffice, 'prManager'] },
  approveMonth: { title: 'утверждать сводку', roles: ['director'] },
  publishMonth: { title: 'отмечать публикацию', roles: ['prManager', 'director'] },
  tellManagers: { title: 'извещать руководителей проектов', roles: ['director', 'administrator'] },
  import: { title: 'загружать данные', roles: everyOffice },
  importPeople: { title: 'загружать данные о сотрудниках и проектах', roles: ['director', 'administrator'] },
  merge: { title: 'объединять карточки клиентов', roles: everyOffice },
  withdrawConsent: { title: 'отмечать отзыв согласия', roles: everyOffice },
  reopen: { title: 'вернуть закрытую сделку', roles: ['director', 'administrator'] },
  reassign: { title: 'передавать консультации другому консультанту', roles: everyOffice },
  decideExternal: { title: 'решать о внешнем консультанте', roles: ['director', 'administrator', 'projectManager'] },
  settings: { title: 'менять настройки', roles: ['director', 'administrator'] },
  keepApart: { title: 'переносить персональные данные в хранилище', roles: ['director', 'administrator'] },
  forget: { title: 'удалять данные людей', roles: ['director', 'administrator'] },
  connect: { title: 'подключать программу для задач', roles: ['director', 'administrator'] },
  pay: { title: 'отмечать оплату внешних консультантов', roles: ['director', 'administrator', 'projectManager'] },
} as const satisfies Readonly<Record<string, Right>>
export type Action = keyof typeof rights

/** Whether one of the roles may. A page asks it for its buttons; what is allowed in the end, with deals of one's own, the server decides. */
export function mayDo(roles: readonly Role[], action: Action): boolean {
  const { roles: allowed }: Right = rights[action]
  return roles.some((role) => allowed.includes(role))
}

/** The director, or the administrator for him: for things that are no button of their own. */
export function leads(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'director' || role === 'administrator')
}
