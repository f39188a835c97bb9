/** Why a field may not be set so: stands in a note of the cell, or after the field's name on the card. */

export const fieldTexts = {
  own: 'это поле ведёт программа',
  booking: 'назначенное время и консультанта меняют в панели или в календаре, чтобы карточка и календарь не разошлись (R1)',
  ofClient: 'это поле повторяет карточку клиента; исправьте его на листе «Клиенты» или в карточке клиента',
  /** Stands for the consultant of a client of whom nothing is one's own; nobody has such initials. */
  anotherOne: 'другой консультант',
  feedback: 'Отзыв клиента',
  answeredHimself: 'клиент ответил сам, по ссылке из письма; его оценку и слова никто не меняет (K3)',
  aboutHimself: 'о своей консультации отзыв не записывают; его даёт клиент по ссылке или офис-менеджеру (K3)',
  heard: (who: string, door: 'page' | 'hand') => `отзыв записан со слов клиента: ${who}, ${door === 'page' ? 'в панели' : 'в таблице'}`,
} as const

/** T2: stands in the comments where a decision is none any more. */
export const decisionTexts = {
  gone: (decided: string, project: string, isBooked: boolean) => {
    const was =
      decided === '' || decided === project
        ? 'решение о внешнем консультанте больше не действует'
        : `решение о внешнем консультанте было для проекта «${decided}»`
    return `${was}, нужно новое${isBooked ? '; консультация уже назначена' : ''} (T2)`
  },
  otherThing: 'решения о внешнем консультанте для этого проекта и этого человека нет (T2)',
} as const

/** K1, K3: what a closing asks for, and what it notes by itself. */
export const closingTexts = {
  project: 'Проект',
  undistributed: 'карточка не распределена: выберите проект или подтвердите «не распределено» (K1)',
  newUnasked: 'почему у нового клиента не спросили отзыв (K3)',
  noAddress: 'нет адреса почты',
  noLetters: 'клиент просил не писать',
  withdrawn: 'клиент отозвал согласие',
} as const
