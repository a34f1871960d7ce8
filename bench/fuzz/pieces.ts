/** Sound sentences of a sound article. */
export const SENTENCES = [
  'A ferry with forty people on board ran aground off Norwick on Tuesday, the coast guard said.',
  '“It was a long night,” the captain, Ingrid Holm, said. She had never seen such fog.',
  'The strait was closed for 3.5 hours on 5 March 2024; nobody was hurt.',
];

/** Pieces that parsers trip over. */
export const NASTY: readonly string[] = [
  '\u0000',
  '\u202e',
  '\u{1f1e6}\u0301',
  '&#x0;&amp;&bogus;',
  '<!ENTITY e SYSTEM "file:///etc/passwd">&e;',
  '<iframe src="http://127.0.0.1/"></iframe>',
  '<script>while(1){}</script>',
  '<![CDATA[',
  ']]>',
  '"""',
  '----\n---\n',
  '%PDF-1.4\n1 0 obj\n<< /Length 99999999 >>\nstream\n',
  '/Kids [1 0 R 2 0 R 3 0 R]',
  'PK\u0003\u0004',
  'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n',
  '9'.repeat(400),
  '“'.repeat(200),
  '('.repeat(300),
  'a'.repeat(3_000),
  'date: 99999-99-99',
  '@everyone <@1> [x](javascript:1)',
];
