/** Words of the centre's own request form that leave the page: names of its answers, what is refused. */

export const formTexts = {
  formName: 'Форма заявки центра',
  /** As «Исходная заявка» tells them; the parser of all senders knows each. */
  names: {
    contact: 'Имя',
    phone: 'Телефон',
    email: 'E-mail',
    messenger: 'Мессенджер',
    organisation: 'Организация',
    municipality: 'Муниципалитет',
    topic: 'Тема',
    text: 'Вопрос',
    wishedTimes: 'Удобное время',
    consent: 'Согласие на обработку персональных данных',
  },
  wayToReach: 'Телефон, почта или мессенджер',
  /** Beside the box; kept as the wording of the consent, with the policy that stood there. */
  agree: 'Даю согласие на обработку персональных данных',
  consented: (policy: string) => `${formTexts.agree}${policy === '' ? '' : `; политика: ${policy}`}`,
  policyChanged:
    'Политика обработки персональных данных изменилась. Введённое сохранено на этом устройстве: обновите страницу, прочитайте политику и отправьте ещё раз.',
  missing: (titles: string) => `Не заполнено: ${titles}. Заполните и отправьте ещё раз.`,
  noConsent: 'Без согласия на обработку персональных данных заявку принять нельзя. Отметьте согласие и отправьте ещё раз.',
  tooLong: 'Заявка слишком длинная. Сократите вопрос или приложите подробности файлом после отправки.',
  failed: 'Сейчас принять заявку не получилось. Введённое осталось на экране. Подождите минуту и отправьте ещё раз или позвоните нам.',
  unreadable: 'Страница устарела. Введённое сохранено на этом устройстве: обновите страницу и отправьте ещё раз.',
  notSetUp: { title: 'Форма ещё не открыта', text: 'Позвоните нам, и мы запишем вас на консультацию.' },
} as const
