/** Sentences that every screen may need: waiting, failing, fields, letters on their way. */

export const common = {
  product: 'Консультации',
  noAnswer: 'Сервер не ответил. Проверьте связь; всё введённое осталось.',
  outdated: 'Программу обновили, а эта панель открыта до обновления. Закройте её и откройте снова: введённое останется в черновике.',
  retry: 'Повторить',
  more: 'Подробнее',
  grant: 'Дать разрешение',
  understood: 'Понятно',
  fillThis: 'Заполните это поле',
  close: 'Закрыть окно',
  table: 'Таблица',
  cancel: 'Отмена',
  wait: 'Подождите…',
  choose: '— выберите —',
  any: 'любой',
  notFilled: 'не заполнено',
  unsaved: 'не сохранено',
  required: 'обязательно',
  scores: ['', '1 — плохо', '2', '3', '4', '5 — отлично'],
  issueRow: 'Строка',
  copy: 'Копировать',
  copied: 'Скопировано',
  reason: 'Причина',
  reasonHint: 'Что случилось, одной фразой',
  optional: 'необязательно',
  allClientFields: 'Все поля клиента',
  openDeal: (id: number) => `Открыть № ${id}`,
  external: 'внешний',
  keys: {
    title: 'Клавиши',
    everywhere: [
      ['Enter', 'синяя кнопка того, что заполняете'],
      ['Ctrl+Enter', 'синяя кнопка или «Сохранить» из любого поля'],
      ['Esc', 'закрыть открытое внутри; набранное остаётся'],
      ['?', 'этот список'],
    ],
    sidebar: [
      ['/', 'найти клиента; на «Карточке» — сделку'],
      ['Alt+1…4', 'Сегодня, Заявка, Слоты, Карточка'],
      ['↑ ↓', 'по найденным клиентам'],
    ],
  },
  clause: (clause: string, sentence: string) => `${clause}: ${sentence}`,
  deal: (id: number) => `Сделка № ${id}`,
} as const

export const letters = {
  sending: 'Письма отправляются…',
  sent: (n: number) => (n === 1 ? 'Письмо отправлено' : `Письма отправлены: ${n}`),
  later: 'Часть писем ещё ждёт: стол отправит их сам в течение 10 минут.',
} as const
