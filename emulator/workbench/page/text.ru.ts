/** Sentences of the workbench's page, with Russian plurals. */

/** `plural(3, ['письмо', 'письма', 'писем'])` is «3 письма». */
const plural = (count: number, [one, few, many]: readonly [string, string, string]): string => {
  const tens = count % 100
  const ones = count % 10
  const form = tens > 10 && tens < 20 ? many : ones === 1 ? one : ones > 1 && ones < 5 ? few : many
  return `${count} ${form}`
}

export const counted = {
  letters: (count: number) => plural(count, ['письмо', 'письма', 'писем']),
  runs: (count: number) => plural(count, ['запуск', 'запуска', 'запусков']),
  reminders: (count: number) => plural(count, ['напоминание', 'напоминания', 'напоминаний']),
  escalations: (count: number) => plural(count, ['эскалация', 'эскалации', 'эскалаций']),
  errors: (count: number) => plural(count, ['ошибка', 'ошибки', 'ошибок']),
  calls: (count: number) => plural(count, ['обращение', 'обращения', 'обращений']),
  steps: (count: number) => plural(count, ['шаг', 'шага', 'шагов']),
} as const

export const texts = {
  product: 'Consultation Desk',
  stand: 'локальный стенд',
  sample: 'пример офиса',
  clockHint:
    'Часы стенда стоят, пока их не переведут; сами они идут только на время, которое заняли бы обращения к Google. При долгой перемотке триггер, которому нечего делать, срабатывает раз в час.',
  jumps: [
    { to: 'hour', label: '+1 ч', hint: 'На час вперёд' },
    { to: 'day', label: '+1 д', hint: 'На сутки вперёд' },
    { to: 'friday', label: 'до пт 15:00', hint: 'До ближайшей пятницы, 15:00' },
    { to: 'month', label: 'до 1-го', hint: 'До первого числа следующего месяца, 09:00' },
  ],
  jumpNews: 'Что произошло',
  planfix: {
    whose: 'Чьими глазами:',
    everybody: 'все задачи',
    nobody: 'без исполнителя',
    until: (time: string) => `до ${time}`,
    open: 'новая',
    closed: 'завершена',
    requests: counted.calls,
    noneOfTheirs: 'У этого человека задач нет.',
    absent: 'В этом мире Planfix нет.',
    connect: ({ host, token }: { readonly host: string; readonly token: string }) =>
      `Задач пока нет. Подключить: меню «Консультации» → «Подключить Planfix…», аккаунт ${host}, ключ ${token}; потом назначьте консультацию.`,
  },
  amo: {
    whose: 'Чьими руками:',
    form: 'Заявка с сайта',
    absent: 'В этом мире amoCRM нет.',
    choose: 'Выберите сделку на доске.',
    stage: 'Этап',
    note: 'Заметка',
    save: 'Сохранить',
    remove: 'Удалить',
    connect: ({ host, token, requests }: { readonly host: string; readonly token: string; readonly requests: number }) =>
      `${host} · ${counted.calls(requests)} · подключить: меню «Консультации» → «Подключить amoCRM…», ключ ${token}`,
  },
  story: {
    open: 'Открыть историю…',
    hint: 'Файл, который оставил npm run simulate. Его можно и перетащить сюда.',
    question: (name: string) =>
      `Открыть историю «${name}»? Её офис встанет на место нынешнего; нынешнее состояние останется в файле world.previous.json.`,
    yes: 'Открыть',
    opening: 'Открываю историю: готовлю её офис, это несколько секунд.',
    where: (at: number, total: number) => (at < 0 ? `Ещё не начата, в ней ${counted.steps(total)}` : `Сыграно ${at + 1} из ${total}`),
    playing: (at: number, total: number) => `Идёт: шаг ${at + 1} из ${total}`,
    begin: 'К началу',
    next: 'Следующий шаг',
    toViolation: 'До нарушения',
    toEnd: 'До конца',
    stop: 'Остановить',
    close: 'Закрыть историю',
    here: 'Сыграть до этого шага',
    proofs: {
      found: (step: number) => `Нарушено на шаге ${step}:`,
      told: (step: number) => `В файле записано нарушение на шаге ${step}:`,
      notHere: (step: number) => `Нарушение, записанное в файле на шаге ${step}, здесь не повторилось:`,
    },
    held: 'Сыграна до конца, ничего не нарушено.',
    columns: ['Шаг', 'Когда', 'Кто', 'Что', 'Помеха'],
    who: {
      client: 'клиент',
      manager: 'офис-менеджер',
      consultant: 'консультант',
      expert: 'внешний консультант',
      director: 'директор',
      friday: 'пятница',
      hand: 'руками в таблице',
      google: 'Google',
      tick: 'триггер',
      rest: 'покой',
    } as Readonly<Record<string, string>>,
    faults: {
      killed: 'обрыв на обращении',
      killedAfter: 'обрыв после обращения',
      unknown: 'ошибка после записи',
      transient: 'ошибка службы',
      timedOut: 'нет ответа',
      quotaDay: 'квота дня',
      quotaMinute: 'квота минуты',
      permission: 'нет прав',
      code: 'отказ с кодом',
    } as Readonly<Record<string, string>>,
  },
  download: 'Скачать',
  print: 'Печать…',
  welcome: [
    'Это реестр консультаций, общий календарь и панель офис-менеджера — так они выглядят в Google Таблицах, но всё живёт на вашем компьютере.',
    'Правьте ячейки, двигайте слоты в календаре, войдите под любым сотрудником, переведите часы: сроки, напоминания и письма придут сами.',
    'Испортить ничего нельзя: «Сбросить» возвращает пример офиса к утру понедельника.',
  ],
  resetQuestion:
    'Начать заново? Пример офиса вернётся к понедельнику 23 ноября 2026, 09:00; нынешнее состояние останется в файле world.previous.json.',
} as const
