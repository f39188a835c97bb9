/** Why an hour of «Отметить слоты» cannot be tapped: parts of a sentence. */

import { type Extra, extraTitles } from '../calendar/sync/decision'

export const gridTexts = {
  /** Of somebody who is no consultant. */
  noInitials: 'отмечать слоты без своих инициалов',
  dayOff: 'выходной',
  absent: 'нет на месте',
  notEmployed: 'не работает в этот день',
  unclear: 'непонятное событие в календаре',
  held: 'этот час держат для клиента',
  booked: 'на этот час уже записан клиент',
  kept: (extras: readonly Extra[]) =>
    `в событии есть ${extras.map((extra) => extraTitles[extra]).join(', ')}: уберите его в Google Календаре`,
  outside: 'не из этих недель',
  past: 'этот час уже прошёл',
  closed: 'не в рабочее время',
  overlap: 'в это время уже есть слот или запись',
  changed: 'в календаре этот слот уже другой',
} as const
