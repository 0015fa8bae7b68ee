import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskPersonalData, type MaskLabels } from '../../../../services/domain/mask.ts';
import { createTextTools } from '../../../../services/adapters/text/create-text-tools.ts';
import { passesElevenTest } from '../../../../services/adapters/text/citizen-numbers.ts';

const tools = createTextTools({ ownNumbers: ['14 075', '075-1234501', '+31 6 20 00 00 01'] });
const labels: MaskLabels = {
  bsn: 'BSN',
  iban: 'IBAN',
  phone: 'TEL',
  email: 'MAIL',
  address: 'ADRES',
  plate: 'KENTEKEN',
};
const masked = (text: string): string => maskPersonalData(text, tools.personalData(text), labels);

function areMasked(cases: Readonly<Record<string, string>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    it(text, () => {
      assert.equal(masked(text), expected);
    });
  }
}

function areLeft(texts: readonly string[]): void {
  for (const text of texts) {
    it(text, () => {
      assert.equal(masked(text), text);
    });
  }
}

describe('Telephone numbers are masked', () => {
  areMasked({
    'Kunt u mij bellen? 06-12345678': 'Kunt u mij bellen? [TEL]',
    'Mijn nummer is 06 12 34 56 78, na vijven graag.': 'Mijn nummer is [TEL], na vijven graag.',
    'App me maar op 0612345678!': 'App me maar op [TEL]!',
    'bel (06) 12345678 of 06 - 12 34 56 78': 'bel [TEL] of [TEL]',
    'Vaste lijn: 075 612 34 56 (overdag)': 'Vaste lijn: [TEL] (overdag)',
    'Bel 0299-123456 voor Oostknollendam': 'Bel [TEL] voor Oostknollendam',
    '+31 (0)6 12345678 of 0031612345678': '[TEL] of [TEL]',
    'Mijn broer in Gent: +32 475 12 34 56': 'Mijn broer in Gent: [TEL]',
    bel0612345678nu: 'bel[TEL]nu',
    '06-12345678/06-87654321': '[TEL]/[TEL]',
    'Vanaf 01-02-2026 bereikbaar op 0612345678': 'Vanaf 01-02-2026 bereikbaar op [TEL]',
    'Vanaf 01-02-2026 0612345678': 'Vanaf 01-02-2026 [TEL]',
    '06\u201112345678 met een bijzonder streepje': '[TEL] met een bijzonder streepje',
  });
});

describe('Telephone numbers that are nobody’s own are left', () => {
  areLeft([
    'Bel 14 075, of kom langs.',
    'Bel ons op 075-1234501 of (075) 123 45 01.',
    'Bel +31 75 1234501 of 0031 75 1234501.',
    'App de gemeente op 06-20000001.',
    'Bij brand: 112. Geen spoed: 0900-8844.',
    'Praten helpt: bel 113 of 0800-0113.',
    'Bel de waterlijn op 088-1234567.',
  ]);
});

describe('What only looks like a telephone number is left', () => {
  areLeft([
    'Mijn zaaknummer is 2024-00871, al maanden niets gehoord.',
    'Zaak Z-2024-00871 en kenmerk 2026/004512',
    'Op 01-02-2026 12:30 was het park nog dicht.',
    'Van 08.30 tot 17.00 uur, en op 24-12-2026 gesloten',
    'De aanslag is € 1.250,75 en vorig jaar 1180,25',
    'https://x.com/GemOostzaan/status/1864352187654321782',
    'Zie bericht 1864352187654321782',
    'De A10 en de N203 staan vast, bus 392 rijdt om',
  ]);
});

describe('Citizen service numbers are masked', () => {
  areMasked({
    'Mijn BSN is 123456782.': 'Mijn BSN is [BSN].',
    'bsn: 1234.56.782': 'bsn: [BSN]',
    'BSN 123 456 782 van mijn moeder': 'BSN [BSN] van mijn moeder',
    'burgerservicenummer van mijn zoon: 123-456-782': 'burgerservicenummer van mijn zoon: [BSN]',
    'Sofinummer 12345672, kunt u kijken?': 'Sofinummer [BSN], kunt u kijken?',
    BSN123456782: 'BSN[BSN]',
    'bsn 12345672 3 dagen geleden gestuurd': 'bsn [BSN] 3 dagen geleden gestuurd',
    'Kunt u 123456782 even opzoeken?': 'Kunt u [BSN] even opzoeken?',
    'Ik ben 123456782, mijn zus 123.456.782': 'Ik ben [BSN], mijn zus [BSN]',
  });
});

describe('Other numbers are no citizen service numbers', () => {
  areLeft([
    'BSN 123456789 klopt niet volgens DigiD',
    'bsn 000000000',
    'Kassabon 12345672 van gisteren',
    'Nummer 1234567829 en 91234567820',
    'Melding SIG-123456782 en #123456782',
    'https://voorbeeld.nl/melding/123456782',
    'code 123456782-A',
    '1 123 456 782 euro voor een brug!',
    '0,123456782 procent',
  ]);

  it('the eleven-test holds for the known examples', () => {
    for (const good of ['111222333', '123456782', '12345672', '1234.56.782']) assert.ok(passesElevenTest(good), good);
    for (const bad of ['123456781', '000000000', '0', '1234567829', '']) assert.ok(!passesElevenTest(bad), bad);
  });

  it('of all numbers one in eleven passes the eleven-test', () => {
    let passing = 0;
    for (let n = 100_000_000; n < 100_110_000; n += 1) if (passesElevenTest(String(n))) passing += 1;
    assert.equal(passing, 10_000);
  });
});

describe('Bank accounts are masked', () => {
  areMasked({
    'Maak het over op NL91ABNA0417164300.': 'Maak het over op [IBAN].',
    'Rekening NL91 ABNA 0417 1643 00 graag': 'Rekening [IBAN] graag',
    'nl91 abna 0417 1643 00 op naam van Jansen': '[IBAN] op naam van Jansen',
    'NL91.ABNA.0417.1643.00': '[IBAN]',
    'België: BE68 5390 0754 7034, dank': 'België: [IBAN], dank',
  });
});

describe('What only looks like a bank account is left', () => {
  areLeft(['Rekening NL91ABNA0417164301 bestaat niet', 'XX12 3456 7890 1234', 'De NL12 en de BE40 zijn wegen']);
});

describe('E-mail addresses are masked', () => {
  areMasked({
    'Mail naar jan.jansen+oostzaan@voorbeeld.co.uk.': 'Mail naar [MAIL].',
    '(Anna@Voorbeeld.NL)': '([MAIL])',
    'mailto:j_de_vries@voorbeeld.nl?subject=Kliko': 'mailto:[MAIL]?subject=Kliko',
    'info@müller.example of a@b.nl': '[MAIL] of [MAIL]',
  });
});

describe('Handles are no e-mail addresses', () => {
  areLeft(['@GemOostzaan wat doen jullie?', 'Zie @anna@mastodon.nl', 'Vergadering @ 20.00 uur, kom ook', 'jan@thuis']);
});

describe('Licence plates are masked', () => {
  areMasked({
    'Een grijze Golf, GX-123-B, staat er al weken': 'Een grijze Golf, [KENTEKEN], staat er al weken',
    'kenteken gx-123-b of 12-AB-34': 'kenteken [KENTEKEN] of [KENTEKEN]',
    'XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9':
      '[KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN]',
    '9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX 9-XX-999 999-XX-9':
      '[KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN] [KENTEKEN]',
  });
});

describe('What only looks like a licence plate is left', () => {
  areLeft([
    'Op 3-mei-26 en 1-nov-26 en 12-dec-2026',
    'Zaak 2024-AB-12 en formulier A-12-34',
    'Van 10-en-20 tot 24-11-26',
    'De bocht bij de A-10',
    'GX123B zonder streepjes',
  ]);
});

describe('House addresses are masked', () => {
  areMasked({
    'Er is ingebroken op Dorpsstraat 999!': 'Er is ingebroken op [ADRES]!',
    'Kerkbuurt 12a, naast de bakker': '[ADRES], naast de bakker',
    'Mijn moeder, Zuideinde 3 bis, wacht al een week': 'Mijn moeder, [ADRES], wacht al een week',
    'de lantaarn voor noordeinde 45 is stuk': 'de lantaarn voor [ADRES] is stuk',
    'Burgemeester Moreelplein 14-2': 'Burgemeester [ADRES]',
    'Dorpsstr. 12 B.': '[ADRES].',
    'Dorpsstraat nr. 14 en Dorpsstraat, nummer 16': '[ADRES] en [ADRES]',
    'Dorpsstraat op nummer 14': '[ADRES]',
    'Bij ons (Kerkstraat 12) en in de Kerkstraat (14)': 'Bij ons ([ADRES]) en in de [ADRES]',
    'Wij zitten aan de Provinciale Weg 12': 'Wij zitten aan de [ADRES]',
    'Ik woon op De Haal 4, in Oostzaan': 'Ik woon op [ADRES], in Oostzaan',
    'Mijn adres is Domineeslaantje 7': 'Mijn adres is [ADRES]',
    'Kerkstraat 12, 1511 AB Oostzaan': '[ADRES], [ADRES] Oostzaan',
    'Postcode 1511AB nummer 12': 'Postcode [ADRES]',
    '1511 ab 12, 1531 KM': '[ADRES], [ADRES]',
    'postcode 1511ab 12': 'postcode [ADRES]',
  });
});

describe('What only looks like a house address is left', () => {
  areLeft([
    'Er zit een gat in de Dorpsstraat.',
    'Wij wonen op nr 14 en wachten al 3 weken',
    'In de Kerkbuurt 3 dagen geen licht',
    'De Dorpsstraat 24 november dicht? En de Kerkstraat 24-11-2026?',
    'Sinds Dorpsstraat 2026 heet het anders',
    'Optocht in de Kerkstraat 14:30, Zuideinde 15.00 uur',
    'In de Kerkstraat 2x per week, Zuideinde 14u',
    'Dorpsstraat 2 containers vol, Noordeinde 3 lantaarnpalen stuk',
    'Ik ben onderweg 3 keer gestopt op het fietspad 2 te mijden',
    'Mijn iPad 2 is gestolen',
    'Al weg 3 maanden',
    'In 2025 en 2026, in 2024 is er niets gedaan, 1200 kg afval',
    'In 2025 en 12 andere jaren',
    'IN 2025 EN OOK IN 2026 IS HET WEER ZOVER',
    'Artikel 1234 SS',
    'Ik woon al 12 jaar in Wormer',
    'Container 1234 is vol',
    'Lijn 391 en perron 2b',
  ]);
});

describe('A whole post', () => {
  areMasked({
    '@GemOostzaan Mijn vader (BSN 123456782, Kerkbuurt 12a, 1511 BC Oostzaan) kreeg op 3-11-2026 een boete van €95 voor GX-123-B. Bel 06-12345678 of mail j.smit@voorbeeld.nl. Rekening: NL91 ABNA 0417 1643 00. Zaak 2024-00871.':
      '@GemOostzaan Mijn vader (BSN [BSN], [ADRES], [ADRES] Oostzaan) kreeg op 3-11-2026 een boete van €95 voor [KENTEKEN]. Bel [TEL] of mail [MAIL]. Rekening: [IBAN]. Zaak 2024-00871.',
    'Hoi, mijn ID-kaart verloopt over zes weken en in mei staan we op een camping in Kroatië. Haal ik dat nog? 🙏':
      'Hoi, mijn ID-kaart verloopt over zes weken en in mei staan we op een camping in Kroatië. Haal ik dat nog? 🙏',
    '🚗🚗 06-12345678 🙏 jan@voorbeeld.nl': '🚗🚗 [TEL] 🙏 [MAIL]',
  });

  it('of any pieces has its findings in order and apart', () => {
    const piece = fc.constantFrom(
      ...[
        '06-12345678',
        '123456782',
        'NL91 ABNA 0417 1643 00',
        'jan@voorbeeld.nl',
        'GX-123-B',
        'Kerkbuurt 12a',
        '1511 AB',
      ],
      ...['12', ' ', ', ', 'bsn ', 'en', '-', '.', '0', '(', ')', '🙏', 'Dorpsstraat', '2026', '14 075'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of tools.personalData(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of 25,000 hostile characters is read within a second or two', () => {
    for (const part of ['1 ', 'a@', 'Aa ', '-a', 'bsn ', 'NL91 ', 'woon ', '06-', 'a.', '1', 'straat']) {
      const before = performance.now();
      tools.personalData(part.repeat(25_000 / part.length));
      assert.ok(performance.now() - before < 2_000, part);
    }
  });
});
