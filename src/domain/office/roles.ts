/** The roles of «Сотрудники». */

export const roleTitles = {
  consultant: 'консультант',
  externalConsultant: 'внешний консультант',
  officeManager: 'офис-менеджер',
  projectManager: 'руководитель проекта',
  director: 'исполнительный директор',
  prManager: 'PR-менеджер',
  administrator: 'администратор',
} as const
export type Role = keyof typeof roleTitles
