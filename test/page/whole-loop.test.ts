import { byKeyboard } from './by-keyboard.ts';
import { byMouse } from './by-mouse.ts';
import { forEverybody } from './for-everybody.ts';
import { PICTURES_WANTED } from './picture.ts';
import { officeHours, readmePictures } from './readme-pictures.ts';
import { useStage } from './stage.ts';
import { together } from './together.ts';

describe('The whole loop in a browser', function () {
  // Generous, for a machine that is busy with other suites.
  this.timeout(240_000);
  const stage = useStage();
  describe('by mouse', () => {
    byMouse(stage);
  });
  describe('by keyboard', () => {
    byKeyboard(stage);
  });
  describe('with several people and a citizen who goes on', () => {
    together(stage);
  });
  describe('after all that', () => {
    forEverybody(stage);
  });
});

if (PICTURES_WANTED) {
  describe('The pictures of the README', function () {
    this.timeout(240_000);
    readmePictures(useStage(officeHours));
  });
}
