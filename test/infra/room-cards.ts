/** Cards as the product draws them, for the tests of the page. */

const where = 'X · @jantje75 · Wormerland · di 24 nov 10:21';
const quote = (text: string): object => ({
  type: 'Container',
  style: 'emphasis',
  items: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, size: 'Medium' }] }],
});
const textBlock = (text: string, more: object = {}): object => ({ type: 'TextBlock', text, wrap: true, ...more });

export function rootCard(text: string, status: string): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: `Vraag van een inwoner: ${text}`,
    body: [
      textBlock(where, { size: 'Small', isSubtle: true }),
      quote(text),
      textBlock(status, { weight: 'Bolder' }),
      textBlock('Luisteren ▸ **Duiden** ▸ Nadenken ▸ Kanaalkeuze ▸ Dialoog', { size: 'Small', isSubtle: true }),
    ],
    actions: [
      { type: 'Action.Execute', title: 'Oppakken', verb: 'claim', style: 'positive', data: { dialogue: 'd1' } },
      {
        type: 'Action.ShowCard',
        title: 'Niet reageren',
        card: {
          type: 'AdaptiveCard',
          body: [
            {
              type: 'Input.ChoiceSet',
              id: 'reason',
              label: 'Reden',
              isRequired: true,
              errorMessage: 'Kies een reden.',
              choices: [
                { title: 'mening zonder vraag', value: 'mening' },
                { title: 'al beantwoord', value: 'beantwoord' },
              ],
            },
          ],
          actions: [{ type: 'Action.Execute', title: 'Niet reageren', verb: 'set-aside', data: { dialogue: 'd1' } }],
        },
      },
      { type: 'Action.OpenUrl', title: 'Bekijk bericht', url: 'https://x.com/jantje75/status/1' },
    ],
  };
}

export function workCard(): object {
  const choice = (id: string, label: string, value: string): object => ({
    type: 'Column',
    width: 'stretch',
    items: [
      {
        type: 'Input.ChoiceSet',
        id,
        label,
        value,
        choices: [
          { title: value, value },
          { title: 'anders', value: 'x' },
        ],
      },
    ],
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Werkkaart',
    body: [
      textBlock('Concept van Bram Kok, namens @GemWormerland', { style: 'heading', size: 'Medium', weight: 'Bolder' }),
      {
        type: 'Input.Text',
        id: 'text',
        label: 'Concept',
        isMultiline: true,
        isRequired: true,
        errorMessage: 'Schrijf eerst een antwoord.',
      },
      textBlock('wordt ondertekend met ^BK · hoogstens 277 tekens', {
        size: 'Small',
        isSubtle: true,
        spacing: 'Small',
      }),
      {
        type: 'ColumnSet',
        columns: [
          choice('kind', 'Soort', 'vraag'),
          choice('topic', 'Onderwerp', 'afval'),
          choice('town', 'Gemeente', 'Wormerland'),
        ],
      },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Plaatsen', verb: 'place', style: 'positive', data: { dialogue: 'd1' } },
      { type: 'Action.Execute', title: 'Ter akkoord', verb: 'submit', data: { dialogue: 'd1' } },
      { type: 'Action.Execute', title: 'Bewaren', verb: 'keep', associatedInputs: 'auto', data: { dialogue: 'd1' } },
      {
        type: 'Action.ShowCard',
        title: 'Verloop',
        card: {
          type: 'AdaptiveCard',
          body: [textBlock('10:21 binnengekomen'), textBlock('10:42 opgepakt door **Bram Kok**', { spacing: 'Small' })],
        },
      },
    ],
  };
}

export function receiptCard(): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Geplaatst',
    body: [
      textBlock('✓ Geplaatst 10:52 door Bram Kok', { weight: 'Bolder', color: 'Good' }),
      quote('Grof afval kunt u gratis laten ophalen. Maak een afspraak via de afvalkalender op onze site. ^BK'),
      {
        type: 'FactSet',
        facts: [
          { title: 'Namens', value: '@GemWormerland' },
          { title: 'Reactietijd', value: '31 min (norm 4 u)' },
        ],
      },
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Bekijk op X', url: 'https://x.com/GemWormerland/status/2' },
      {
        type: 'Action.ShowCard',
        title: 'Verwijderen',
        card: {
          type: 'AdaptiveCard',
          body: [{ type: 'Input.Text', id: 'why', label: 'Reden' }],
          actions: [{ type: 'Action.Execute', title: 'Verwijderen', verb: 'remove', style: 'destructive' }],
        },
      },
    ],
  };
}

export function failedCard(): object {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Niet geplaatst',
    body: [
      {
        type: 'Container',
        style: 'attention',
        items: [
          textBlock('✕ Niet geplaatst: X weigert antwoorden aan wie ons niet noemde.', {
            weight: 'Bolder',
            color: 'Attention',
          }),
        ],
      },
      { type: 'Chart.Donut', title: 'Onbekend', fallback: textBlock('Plaats de tekst zelf op X en meld het hier.') },
    ],
    actions: [{ type: 'Action.Execute', title: 'Opnieuw proberen', verb: 'retry' }],
  };
}

export function statisticsCard(): object {
  const row = (...cells: string[]): object => ({
    type: 'TableRow',
    cells: cells.map((cell) => ({ type: 'TableCell', items: [textBlock(cell)] })),
  });
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: 'Cijfers van deze week',
    msteams: { width: 'Full' },
    body: [
      textBlock('Cijfers van week 48', { style: 'heading' }),
      {
        type: 'Table',
        columns: [{ width: 2 }, { width: 1 }, { width: 1 }],
        firstRowAsHeaders: true,
        showGridLines: true,
        rows: [
          row('Soort', 'Binnen norm', 'Aantal'),
          row('vraag', '92% (84–96)', '63'),
          row('klacht', 'te weinig', '7'),
        ],
      },
    ],
  };
}
