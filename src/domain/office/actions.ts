/** What a person may want to do: the rights of the office, by the words in which one is refused. */

/** What somebody wants to do, as the refusal names it. */
export const actionTitles = {
  read: 'смотреть сделки',
  intake: 'заводить заявки',
  call: 'отмечать звонки',
  assign: 'назначать консультации',
  fill: 'заполнять карточку',
  close: 'закрывать неделю',
  report: 'формировать отчёт',
  monthNumbers: 'смотреть числа месяца',
  approveMonth: 'утверждать сводку',
  publishMonth: 'отмечать публикацию',
  tellManagers: 'извещать руководителей проектов',
  import: 'загружать данные',
  merge: 'объединять карточки клиентов',
  reassign: 'передавать консультации другому консультанту',
  decideExternal: 'решать о внешнем консультанте',
  settings: 'менять настройки',
  connect: 'подключать программу для задач',
  pay: 'отмечать оплату внешних консультантов',
} as const
export type Action = keyof typeof actionTitles
