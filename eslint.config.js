import tseslint from 'typescript-eslint';

const style = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];
const purity = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The moment is handed in.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The moment is handed in.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'The domain draws no lots.',
  },
];

export default tseslint.config(
  { ignores: ['**/*.js', '**/*.mjs'] },
  {
    files: ['{bot,cards,services,infra,test}/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'max-lines': ['warn', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...style],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only bot/config.ts reads the environment.' },
      ],
    },
  },
  {
    files: ['bot/config.ts', 'infra/*.ts', 'infra/local/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['services/{domain,ports}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'console',
        'fetch',
        'setTimeout',
        'setInterval',
        'crypto',
        'performance',
      ],
      'no-restricted-syntax': [
        'error',
        ...style,
        ...purity,
        {
          selector: ':matches(FunctionDeclaration,FunctionExpression,ArrowFunctionExpression)[async=true]',
          message: 'The domain awaits nothing.',
        },
      ],
    },
  },
  { files: ['services/flows/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...style, ...purity] } },
);
