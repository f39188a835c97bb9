/** «Обновить»: what is published of a year against the sheet, and the press that writes it. */

import { dateWords } from '../../../domain/text/russian'
import type { WorkdayNews } from '../../../rpc/settingsContract'
import type { WorkdaysModel } from '../../models/dialogs/workdays'
import { importing as text } from '../../text/importing.ru'
import { Button } from '../parts/Button'
import { SelectField } from '../parts/Field'
import { BadNotice, GoodNotice, TroubleNotice, Waiting } from '../parts/Notices'
import { TableBox } from '../parts/TableBox'

interface Props {
  readonly model: WorkdaysModel
}

export function ImportWorkdays({ model }: Props) {
  const { caller, look, written, year } = model
  return (
    <section class="workdays" aria-labelledby="workdays">
      <h2 id="workdays">{text.workdays}</h2>
      <div class="row">
        <SelectField
          id="workdays-year"
          label={text.workdaysYear}
          value={String(year.value)}
          options={model.years.map((value) => ({ value: String(value), title: String(value) }))}
          onType={(value) => model.choose(Number(value))}
        />
        <Button name="workdays" caller={caller} onClick={() => void model.ask()}>
          {text.workdaysAsk}
        </Button>
      </div>
      {caller.busy.value === 'workdays' && <Waiting>{text.workdaysAsking}</Waiting>}
      <TroubleNotice caller={caller} />
      {written.value !== null && <GoodNotice>{text.daysWritten(written.value)}</GoodNotice>}
      {look.value !== null && <Look model={model} />}
    </section>
  )
}

function Look({ model }: Props) {
  const look = model.look.value
  if (look === null) return null
  return (
    <>
      {look.lacks !== '' && <BadNotice>{text.notWhole(look.lacks)}</BadNotice>}
      <p>{text.dayNews(look.year, look.days.length)}</p>
      {look.days.length > 0 && <Days days={look.days} />}
      {look.own.length > 0 && <p class="faint">{text.ownDays(look.own.map(({ date }) => dateWords(date)))}</p>}
      {look.days.length > 0 && (
        <Button look="primary" name="writeDays" caller={model.caller} onClick={() => void model.write()}>
          {text.writeDays(look.days.length)}
        </Button>
      )}
    </>
  )
}

function Days({ days }: { readonly days: readonly WorkdayNews[] }) {
  return (
    <TableBox>
      <table>
        <thead>
          <tr>
            {text.dayColumns.map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, kind, sheet, movedFrom }) => (
            <tr key={date}>
              <td>{dateWords(date)}</td>
              <td>{text.dayKind(sheet)}</td>
              <td>
                {text.dayKind(kind)}
                {movedFrom !== null && <span class="faint"> {text.movedFrom(dateWords(movedFrom))}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
